import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{describeRules}from"./chunk-UN2FGFPZ.js";import"./chunk-GNWL5NLE.js";import"./chunk-EUNR5LN3.js";import"./chunk-ZD5RD747.js";export{describeRules};

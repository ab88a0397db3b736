import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{describeRules}from"./chunk-5BIRZPL5.js";import"./chunk-R4UMIUVO.js";import"./chunk-EUNR5LN3.js";import"./chunk-ZD5RD747.js";export{describeRules};

import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{describeRules}from"./chunk-QEGPYUFK.js";import"./chunk-CPWTQVEJ.js";import"./chunk-EUNR5LN3.js";import"./chunk-ZD5RD747.js";export{describeRules};

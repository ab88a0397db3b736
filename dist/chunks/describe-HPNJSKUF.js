import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{describeRules}from"./chunk-2MBILASZ.js";import"./chunk-ZNETXQLC.js";import"./chunk-X6FLELGK.js";import"./chunk-EUNR5LN3.js";import"./chunk-ZD5RD747.js";export{describeRules};

import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{describeRules}from"./chunk-R76XCPQ2.js";import"./chunk-NUWRM6JC.js";import"./chunk-HBS5NF4R.js";import"./chunk-SLZUHK7E.js";import"./chunk-X6FLELGK.js";import"./chunk-5RGTPATB.js";import"./chunk-M3FR7NUW.js";import"./chunk-ZD5RD747.js";export{describeRules};

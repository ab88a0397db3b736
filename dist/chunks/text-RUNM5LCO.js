import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderText}from"./chunk-T2CVXNZ4.js";import"./chunk-PC6VCBIN.js";import"./chunk-P4CSTNJH.js";import"./chunk-ET7F6UUD.js";import"./chunk-4VZCN446.js";import"./chunk-X6FLELGK.js";import"./chunk-ZD5RD747.js";export{renderText};

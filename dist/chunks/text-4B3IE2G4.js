import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderText}from"./chunk-YQHE5UGK.js";import"./chunk-NBXZTR26.js";import"./chunk-M3NYGYMQ.js";import"./chunk-7A2L5QQF.js";import"./chunk-ZD5RD747.js";export{renderText};

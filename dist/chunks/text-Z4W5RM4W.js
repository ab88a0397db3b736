import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderText}from"./chunk-UN5GYZBD.js";import"./chunk-VLRZQIXG.js";import"./chunk-46GCOWRF.js";import"./chunk-7A2L5QQF.js";import"./chunk-ZD5RD747.js";export{renderText};

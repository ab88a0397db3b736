import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderSarif}from"./chunk-P72F4L36.js";import"./chunk-QWQLQ3W3.js";import"./chunk-SI3ZMY6J.js";import"./chunk-VLRZQIXG.js";import"./chunk-46GCOWRF.js";import"./chunk-7A2L5QQF.js";import"./chunk-ZD5RD747.js";export{renderSarif};

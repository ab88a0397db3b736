import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{headOf,readHuggingFaceCard}from"./chunk-7XHYSNAM.js";import"./chunk-5MVRESIQ.js";import"./chunk-NCTW5RAW.js";import"./chunk-ISZUYOGD.js";import"./chunk-7A2L5QQF.js";import"./chunk-ZD5RD747.js";export{headOf,readHuggingFaceCard};

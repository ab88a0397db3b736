import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{headOf,readHuggingFaceCard}from"./chunk-VLLG6CBT.js";import"./chunk-YDQQA4XU.js";import"./chunk-TY4BXKCX.js";import"./chunk-Q3W3JVZZ.js";import"./chunk-7A2L5QQF.js";import"./chunk-ZD5RD747.js";export{headOf,readHuggingFaceCard};

import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{headOf,readHuggingFaceCard}from"./chunk-52Q7FTSJ.js";import"./chunk-UND7YAER.js";import"./chunk-WFRSSU2D.js";import"./chunk-QNTDDMTQ.js";import"./chunk-7A2L5QQF.js";import"./chunk-ZD5RD747.js";export{headOf,readHuggingFaceCard};

import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{headOf,readHuggingFaceCard}from"./chunk-EQF3CPNW.js";import"./chunk-YJONV4A7.js";import"./chunk-TE7AUPNA.js";import"./chunk-VRW6VEFG.js";import"./chunk-7A2L5QQF.js";import"./chunk-ZD5RD747.js";export{headOf,readHuggingFaceCard};

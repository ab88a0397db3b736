import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{headOf,readHuggingFaceCard}from"./chunk-YQ5XL6TI.js";import"./chunk-AKAPNG24.js";import"./chunk-573PSAYX.js";import"./chunk-YKGCM5FF.js";import"./chunk-7A2L5QQF.js";import"./chunk-ZD5RD747.js";export{headOf,readHuggingFaceCard};

import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{headOf,readHuggingFaceCard}from"./chunk-UQBKGEER.js";import"./chunk-WLJFJGVO.js";import"./chunk-IAXKOTUX.js";import"./chunk-7TVPKFYW.js";import"./chunk-7A2L5QQF.js";import"./chunk-ZD5RD747.js";export{headOf,readHuggingFaceCard};

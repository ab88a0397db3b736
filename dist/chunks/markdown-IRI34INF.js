import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderMarkdown}from"./chunk-724GY32U.js";import"./chunk-SI3ZMY6J.js";import"./chunk-WFRSSU2D.js";import"./chunk-QNTDDMTQ.js";import"./chunk-7A2L5QQF.js";import"./chunk-ZD5RD747.js";export{renderMarkdown};

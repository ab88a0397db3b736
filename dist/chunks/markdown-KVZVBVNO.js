import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderMarkdown}from"./chunk-FFTTJ3VL.js";import"./chunk-AH6PAL73.js";import"./chunk-RAXOIBGL.js";import"./chunk-W42I6GEZ.js";import"./chunk-6HMZA2OY.js";import"./chunk-YQCNHLEB.js";import"./chunk-ZD5RD747.js";export{renderMarkdown};

import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderMarkdown}from"./chunk-AFWXCVY4.js";import"./chunk-AH6PAL73.js";import"./chunk-RAXOIBGL.js";import"./chunk-W42I6GEZ.js";import"./chunk-JVEXIB22.js";import"./chunk-F2LGGCOR.js";import"./chunk-ZD5RD747.js";export{renderMarkdown};

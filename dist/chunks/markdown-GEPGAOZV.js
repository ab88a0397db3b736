import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderMarkdown}from"./chunk-VOEM6HXC.js";import"./chunk-SI3ZMY6J.js";import"./chunk-4UFU7VCB.js";import"./chunk-BRSWKCN6.js";import"./chunk-7A2L5QQF.js";import"./chunk-ZD5RD747.js";export{renderMarkdown};

import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderMarkdown}from"./chunk-6CI5ESBS.js";import"./chunk-SI3ZMY6J.js";import"./chunk-3G42QHIQ.js";import"./chunk-5HG4UYH7.js";import"./chunk-7A2L5QQF.js";import"./chunk-ZD5RD747.js";export{renderMarkdown};

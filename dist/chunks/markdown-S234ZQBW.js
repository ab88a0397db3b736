import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderMarkdown}from"./chunk-H34KTG7W.js";import"./chunk-SI3ZMY6J.js";import"./chunk-TY4BXKCX.js";import"./chunk-Q3W3JVZZ.js";import"./chunk-7A2L5QQF.js";import"./chunk-ZD5RD747.js";export{renderMarkdown};

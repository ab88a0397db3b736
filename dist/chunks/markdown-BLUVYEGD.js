import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderMarkdown}from"./chunk-C2DMXXYD.js";import"./chunk-SI3ZMY6J.js";import"./chunk-573PSAYX.js";import"./chunk-YKGCM5FF.js";import"./chunk-7A2L5QQF.js";import"./chunk-ZD5RD747.js";export{renderMarkdown};

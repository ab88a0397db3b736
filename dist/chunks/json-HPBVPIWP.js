import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderJson}from"./chunk-2JT5Y6HQ.js";import"./chunk-QWQLQ3W3.js";import"./chunk-ZD5RD747.js";export{renderJson};

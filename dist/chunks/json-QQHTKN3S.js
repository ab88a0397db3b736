import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{serialise}from"./chunk-QWQLQ3W3.js";import"./chunk-ZD5RD747.js";export{serialise};

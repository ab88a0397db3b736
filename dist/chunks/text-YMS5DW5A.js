import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderText}from"./chunk-P2EBZGNY.js";import"./chunk-34IKROYX.js";import"./chunk-6EY7WYU6.js";import"./chunk-7A2L5QQF.js";import"./chunk-ZD5RD747.js";export{renderText};

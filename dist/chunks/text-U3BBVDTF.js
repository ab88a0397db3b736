import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderText}from"./chunk-4MU7UR5W.js";import"./chunk-7ORZ6DLI.js";import"./chunk-LR5DJRMB.js";import"./chunk-7A2L5QQF.js";import"./chunk-ZD5RD747.js";export{renderText};

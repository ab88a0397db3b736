import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderMarkdown}from"./chunk-XJKV2LYS.js";import"./chunk-SI3ZMY6J.js";import"./chunk-TE7AUPNA.js";import"./chunk-VRW6VEFG.js";import"./chunk-7A2L5QQF.js";import"./chunk-ZD5RD747.js";export{renderMarkdown};

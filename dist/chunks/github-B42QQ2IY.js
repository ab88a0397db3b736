import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderAnnotations,renderGithub}from"./chunk-4JBEESVJ.js";import"./chunk-DPRPPHYF.js";import"./chunk-Q7LKCPDC.js";import"./chunk-7A2L5QQF.js";import"./chunk-ZD5RD747.js";export{renderAnnotations,renderGithub};

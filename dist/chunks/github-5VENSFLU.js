import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderAnnotations,renderGithub}from"./chunk-X4LFPY2I.js";import"./chunk-W5VGRQCR.js";import"./chunk-MKT4KVYE.js";import"./chunk-7A2L5QQF.js";import"./chunk-ZD5RD747.js";export{renderAnnotations,renderGithub};

import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderAnnotations,renderGithub}from"./chunk-THJFC3I2.js";import"./chunk-P4CSTNJH.js";import"./chunk-ET7F6UUD.js";import"./chunk-4VZCN446.js";import"./chunk-X6FLELGK.js";import"./chunk-ZD5RD747.js";export{renderAnnotations,renderGithub};

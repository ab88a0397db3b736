import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderAnnotations}from"./chunk-LJGEFJ67.js";import"./chunk-W42I6GEZ.js";import"./chunk-6HMZA2OY.js";import"./chunk-YQCNHLEB.js";import"./chunk-ZD5RD747.js";export{renderAnnotations};

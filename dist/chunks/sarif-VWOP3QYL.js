import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderSarif}from"./chunk-D4R4276B.js";import"./chunk-RKDUWZRB.js";import"./chunk-AH6PAL73.js";import"./chunk-6HMZA2OY.js";import"./chunk-YQCNHLEB.js";import"./chunk-ZD5RD747.js";export{renderSarif};

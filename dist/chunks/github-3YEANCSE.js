import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderAnnotations}from"./chunk-AVK53BKQ.js";import"./chunk-W42I6GEZ.js";import"./chunk-JVEXIB22.js";import"./chunk-F2LGGCOR.js";import"./chunk-ZD5RD747.js";export{renderAnnotations};

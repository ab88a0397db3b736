import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderText}from"./chunk-FCTIX33M.js";import"./chunk-RAXOIBGL.js";import"./chunk-W42I6GEZ.js";import"./chunk-JVEXIB22.js";import"./chunk-F2LGGCOR.js";import"./chunk-ZD5RD747.js";export{renderText};

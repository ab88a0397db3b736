import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderSarif}from"./chunk-KN4GP7OK.js";import"./chunk-RKDUWZRB.js";import"./chunk-AH6PAL73.js";import"./chunk-JVEXIB22.js";import"./chunk-F2LGGCOR.js";import"./chunk-ZD5RD747.js";export{renderSarif};

import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderJson}from"./chunk-4GPDHOIY.js";import"./chunk-RKDUWZRB.js";import"./chunk-ZD5RD747.js";export{renderJson};

import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderSarif}from"./chunk-IZ7F5VBZ.js";import"./chunk-AH6PAL73.js";import"./chunk-RKDUWZRB.js";import"./chunk-MTQRGONA.js";import"./chunk-F2LGGCOR.js";import"./chunk-X6FLELGK.js";import"./chunk-2FSIG6HS.js";import"./chunk-ZD5RD747.js";export{renderSarif};

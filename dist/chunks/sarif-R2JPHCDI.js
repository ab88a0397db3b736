import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderSarif}from"./chunk-DFHHAOMO.js";import"./chunk-RKDUWZRB.js";import"./chunk-AH6PAL73.js";import"./chunk-P4CSTNJH.js";import"./chunk-4VZCN446.js";import"./chunk-X6FLELGK.js";import"./chunk-ZD5RD747.js";export{renderSarif};

import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{renderAnnotations,renderGithub}from"./chunk-OHTXS6CD.js";import"./chunk-MTQRGONA.js";import"./chunk-J3MS7DGD.js";import"./chunk-F2LGGCOR.js";import"./chunk-X6FLELGK.js";import"./chunk-2FSIG6HS.js";import"./chunk-ZD5RD747.js";export{renderAnnotations,renderGithub};

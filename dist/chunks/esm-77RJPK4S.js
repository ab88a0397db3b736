import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{Decompress,ZstdErrorCode,decompress}from"./chunk-NWZPLK7U.js";import"./chunk-ZD5RD747.js";export{Decompress,ZstdErrorCode,decompress};

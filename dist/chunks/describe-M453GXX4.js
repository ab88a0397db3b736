import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{describeRules}from"./chunk-PAC5QGN3.js";import"./chunk-7FMY6OVF.js";import"./chunk-QTB45LWO.js";import"./chunk-SLZUHK7E.js";import"./chunk-X6FLELGK.js";import"./chunk-5RGTPATB.js";import"./chunk-M3FR7NUW.js";import"./chunk-ZD5RD747.js";export{describeRules};

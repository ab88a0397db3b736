import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{describeRules}from"./chunk-SI2KODEW.js";import"./chunk-GLRGDRMY.js";import"./chunk-Z54ZWZ3U.js";import"./chunk-ABVM4QH5.js";import"./chunk-X6FLELGK.js";import"./chunk-5RGTPATB.js";import"./chunk-M3FR7NUW.js";import"./chunk-ZD5RD747.js";export{describeRules};

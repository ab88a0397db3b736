import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
import{RULES}from"./chunk-7MMFHYXR.js";var PAGES="https://github.com/effective-challenge/effective-challenge/blob/main/docs/rules";function describeRules(){return RULES.map(({id,question,why,controls})=>({id,question,why,controls,url:`${PAGES}/${id}.md`}))}export{describeRules};

import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
var EXPRESSION_CAPS={text:2e3,brackets:30,nodes:1e3,depth:60,loops:3,pattern:200,work:25e4,items:5e3,string:65536};export{EXPRESSION_CAPS};

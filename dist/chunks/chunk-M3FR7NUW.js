import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
function startOf(path){return{path,line:1,column:1,pointer:""}}export{startOf};

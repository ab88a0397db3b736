import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
function textOf(scalar){return typeof scalar.value=="string"?scalar.value:scalar.raw}export{textOf};

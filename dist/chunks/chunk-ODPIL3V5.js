import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
function isRefusal(opened){return"refused"in opened}export{isRefusal};

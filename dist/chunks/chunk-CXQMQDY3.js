import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
function pointerTo(parent,key){return`${parent}/${String(key).replaceAll("~","~0").replaceAll("/","~1")}`}function pointerKeys(pointer){return pointer===""?[]:pointer.slice(1).split("/").map(key=>key.replaceAll("~1","/").replaceAll("~0","~"))}export{pointerTo,pointerKeys};

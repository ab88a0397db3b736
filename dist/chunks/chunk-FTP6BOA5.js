import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
function plain(value){switch(value.kind){case"scalar":return value.value;case"list":return value.items.map(plain);case"map":{let object=Object.create(null);for(let[key,entry]of value.entries)object[key]=plain(entry.value);return object}}}export{plain};

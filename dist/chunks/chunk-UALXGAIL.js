import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
var SEVERITIES=["critical","high","medium","low","info"];function atLeastAsSevere(severity,limit){return SEVERITIES.indexOf(severity)<=SEVERITIES.indexOf(limit)}export{SEVERITIES,atLeastAsSevere};

import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
var COVERAGE_SCHEMA="effective-challenge/coverage/v1",STATES=["not-met","cannot-tell","not-automated","met"];export{COVERAGE_SCHEMA,STATES};

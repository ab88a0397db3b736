import { writeFileSync } from "node:fs";
import { inRoot } from "../docs/root.ts";
import { CODE, innerLoopsCode } from "./inner-loops.ts";

writeFileSync(inRoot(CODE), await innerLoopsCode());

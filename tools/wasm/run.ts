import { writeFileSync } from "node:fs";
import { inRoot } from "../docs/root.ts";
import { ASSEMBLIES, codeOf } from "./modules.ts";

for (const assembly of ASSEMBLIES) writeFileSync(inRoot(assembly.code), await codeOf(assembly));

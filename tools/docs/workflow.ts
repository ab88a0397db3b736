import { readFileSync } from "node:fs";
import { inRoot } from "./root.ts";

/** The one workflow that every page shows for pull requests. */
export function workflow(): string {
  const text = readFileSync(inRoot("tools/docs/workflow/models.yml"), "utf8");
  return `\`\`\`yaml\n${text.trimEnd()}\n\`\`\``;
}

import { readFileSync } from "node:fs";
import { plain } from "../../src/documents/plain.ts";
import { validator } from "../../src/documents/schema.ts";
import { parseYaml } from "../../src/documents/yaml.ts";
import { CAPS } from "../../src/workspace/caps.ts";
import { inRoot } from "./root.ts";

const VERIFIED = ["recomputed", "cross-checked", "present"] as const;

/** One entry of our control catalogue. */
export interface Control {
  readonly id: string;
  readonly group: string;
  readonly statement: string;
  /** How it is checked: from the raw rows, against something else in the repository, or that it is written down. */
  readonly verified: (typeof VERIFIED)[number];
}

const TEXT = { type: "string", minLength: 1 } as const;
const SCHEMA = {
  type: "object",
  additionalProperties: false,
  required: ["controls"],
  properties: {
    controls: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["id", "group", "statement", "verified"],
        properties: {
          id: { type: "string", pattern: "^[A-Z]{3}-[0-9]{2}$" },
          group: TEXT,
          statement: TEXT,
          verified: { enum: VERIFIED },
        },
      },
    },
  },
} as const;

const PATH = "controls/controls.yaml";

/** The catalogue in its own order. @throws Error when the file does not fit its schema or repeats an id. */
export async function readControls(): Promise<ReadonlyMap<string, Control>> {
  const { root, problems } = parseYaml(readFileSync(inRoot(PATH), "utf8"), PATH, CAPS);
  if (root === null) throw new Error(`${PATH} cannot be read: ${problems[0]?.says}`);
  const wrong = [...problems, ...(await validator(SCHEMA))(root)];
  if (wrong.length > 0)
    throw new Error(wrong.map(({ at, says }) => `${PATH}:${at.line}: ${says}`).join("\n"));
  const { controls } = plain(root) as unknown as { readonly controls: readonly Control[] };
  const byId = new Map(controls.map((control) => [control.id, control]));
  if (byId.size < controls.length) throw new Error(`${PATH} holds an id twice`);
  return byId;
}

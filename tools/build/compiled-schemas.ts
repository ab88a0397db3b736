import { createRequire } from "node:module";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Plugin } from "esbuild";
import configurationSchema from "../../schemas/configuration.schema.json" with { type: "json" };
import cardSchema from "../../schemas/model-card.schema.json" with { type: "json" };
import policySchema from "../../schemas/policy.schema.json" with { type: "json" };
import { OPTIONS } from "../../src/documents/compiled-schema.ts";
import { parameterSchema } from "../../src/policy/parameters.ts";
import { RULES } from "../../src/rules/catalogue.ts";

// The package has no ESM entry for it, and its default export differs by loader.
const { default: standaloneCode } = createRequire(import.meta.url)("ajv/dist/standalone/index.js") as {
  default: (ajv: Ajv2020, names: Record<string, string>) => string;
};

/** Every schema is known when the bundle is built, so the bundle carries their checks and not the engine that makes them. */
export const compiledSchemas: Plugin = {
  name: "compiled-schemas",
  setup(build) {
    build.onLoad({ filter: /schema-engine\.ts$/ }, () => ({
      contents: engine(),
      loader: "js",
      resolveDir: "src/documents",
    }));
  },
};

function engine(): string {
  const schemas = [cardSchema, policySchema, configurationSchema, ...RULES.map(parameterSchema)];
  const ajv = new Ajv2020({ ...OPTIONS, code: { source: true, esm: true } });
  const names: Record<string, string> = {};
  const cases: string[] = [];
  for (const [index, schema] of schemas.entries()) {
    const id = String(schema.$id);
    ajv.addSchema(schema);
    names[`check${index}`] = id;
    cases.push(`${JSON.stringify(id)}: check${index}`);
  }
  const lookup = `const CHECKS = { ${cases.join(", ")} };
export function compileSchema(schema) {
  const check = CHECKS[schema.$id];
  if (!check) throw new Error("not compiled into the bundle: " + schema.$id);
  return check;
}`;
  return `${standaloneCode(ajv, names)}\n${lookup}\n`;
}

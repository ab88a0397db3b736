import { createRequire } from "node:module";
import { Ajv2020 } from "ajv/dist/2020.js";
import { type Plugin, transform } from "esbuild";
import approvalsSchema from "../../schemas/approvals.schema.json" with { type: "json" };
import configurationSchema from "../../schemas/configuration.schema.json" with { type: "json" };
import cardSchema from "../../schemas/model-card.schema.json" with { type: "json" };
import policyTestSchema from "../../schemas/policy-test.schema.json" with { type: "json" };
import reportSchema from "../../schemas/report.schema.json" with { type: "json" };
import { type JsonSchema, OPTIONS } from "../../src/documents/compiled-schema.ts";
import { parameterSchema } from "../../src/policy/parameters.ts";
import { POLICY_SCHEMA } from "../../src/policy/policy-schema.ts";
import { RULES } from "../../src/rules/catalogue.ts";

// The package has no ESM entry for it, and its default export differs by loader.
const { default: standaloneCode } = createRequire(import.meta.url)("ajv/dist/standalone/index.js") as {
  default: (ajv: Ajv2020, names: Record<string, string>) => string;
};

/** What is loaded together: nearly every run checks a card, few check a policy. */
const GROUPS: Readonly<Record<string, readonly JsonSchema[]>> = {
  card: [cardSchema],
  governance: [POLICY_SCHEMA, configurationSchema, ...RULES.map(parameterSchema)],
  approvals: [approvalsSchema],
  trials: [policyTestSchema],
  report: [reportSchema],
};

/** Every schema is known when the bundle is built, so the bundle carries their checks and not the engine that makes them. */
export const compiledSchemas: Plugin = {
  name: "compiled-schemas",
  setup(build) {
    const inDocuments = { resolveDir: "src/documents", loader: "js" as const };
    build.onResolve({ filter: /^checks-of:/ }, ({ path }) => ({ path, namespace: "checks" }));
    build.onLoad({ filter: /schema-engine\.ts$/ }, () => ({ ...inDocuments, contents: engine() }));
    build.onLoad({ filter: /./, namespace: "checks" }, async ({ path }) => ({
      ...inDocuments,
      contents: await checks(GROUPS[path.slice("checks-of:".length)] ?? []),
    }));
  },
};

function engine(): string {
  const homes = Object.entries(GROUPS).flatMap(([group, schemas]) =>
    schemas.map((schema) => `${JSON.stringify(schema.$id)}: ${group}`),
  );
  const groups = Object.keys(GROUPS).map((group) => `const ${group} = () => import("checks-of:${group}");`);
  return `${groups.join("\n")}
const HOMES = { ${homes.join(", ")} };
export async function compileSchema(schema) {
  const home = HOMES[schema.$id];
  if (!home) throw new Error("not compiled into the bundle: " + schema.$id);
  return (await home()).CHECKS[schema.$id];
}`;
}

/** Of each error that a check may find, what `explain` does not look at: a third of the code. */
const UNTOLD = /,schemaPath:"(?:[^"\\]|\\.)*"|,schema:[^,{}]+(?=,parentSchema:)/g;

/** Generated code, whose names tell nobody anything: the shorter, the sooner it is loaded. */
async function checks(schemas: readonly JsonSchema[]): Promise<string> {
  const ajv = new Ajv2020({ ...OPTIONS, code: { source: true, esm: true, optimize: true } });
  for (const schema of schemas) ajv.addSchema(schema);
  const names = schemas.map((schema, index) => [`check${index}`, String(schema.$id)] as const);
  const lookup = names.map(([name, id]) => `${JSON.stringify(id)}: ${name}`).join(", ");
  const written = `${standaloneCode(ajv, Object.fromEntries(names))}\nexport const CHECKS = { ${lookup} };`;
  const told = written.replaceAll(UNTOLD, "");
  return (await transform(told, { minify: true, format: "esm", legalComments: "none" })).code;
}

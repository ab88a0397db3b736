import controlsSchema from "../../../schemas/controls.schema.json" with { type: "json" };
import frameworkSchema from "../../../schemas/framework.schema.json" with { type: "json" };
import type { JsonSchema } from "../../documents/compiled-schema.ts";
import { plain } from "../../documents/plain.ts";
import { validator } from "../../documents/schema.ts";
import { parseYaml } from "../../documents/yaml.ts";
import type { Caps } from "../../workspace/caps.ts";
import type { Catalogue, Control, Framework } from "./catalogue.ts";
import { FRAMEWORKS } from "./frameworks.ts";

export interface CatalogueFile {
  readonly path: string;
  readonly text: string;
}

/** The catalogue from its files. @throws Error when one does not fit its schema, repeats an id, or names one that is not there. */
export async function readCatalogue(
  controls: CatalogueFile,
  frameworks: readonly CatalogueFile[],
  caps: Caps,
): Promise<Catalogue> {
  const { controls: read } = await fitting<{ readonly controls: readonly Control[] }>(
    controls,
    controlsSchema,
    caps,
  );
  const files = await Promise.all(frameworks.map((file) => fitting<Framework>(file, frameworkSchema, caps)));
  const catalogue = {
    controls: read,
    frameworks: files.toSorted((a, b) => FRAMEWORKS.indexOf(a.id) - FRAMEWORKS.indexOf(b.id)),
  };
  const wrong = faultsOf(catalogue);
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
  return catalogue;
}

async function fitting<T>({ path, text }: CatalogueFile, schema: JsonSchema, caps: Caps): Promise<T> {
  const { root, problems } = parseYaml(text, path, caps);
  if (root === null) throw new Error(`${path} cannot be read: ${problems[0]?.says}`);
  const wrong = [...problems, ...(await validator(schema))(root)];
  if (wrong.length > 0)
    throw new Error(wrong.map(({ at, says }) => `${path}:${at.line}: ${says}`).join("\n"));
  return plain(root) as unknown as T;
}

/** What a schema cannot see: ids given twice, and places in a framework that its checked table does not hold. */
export function faultsOf({ controls, frameworks }: Catalogue): readonly string[] {
  const ids = new Set(controls.map(({ id }) => id));
  return [
    ...twice(controls).map((id) => `the control ${id} is there twice`),
    ...FRAMEWORKS.filter((id) => !frameworks.some((framework) => framework.id === id)).map(
      (id) => `the framework ${id} is missing`,
    ),
    ...frameworks.flatMap((framework) => {
      const items = new Set(framework.items.map(({ id }) => id));
      const strange = controls.flatMap((control) =>
        (control.frameworks[framework.id] ?? [])
          .filter((id) => !items.has(id))
          .map((id) => `${control.id} names ${framework.id} ${id}, which was not checked at a source`),
      );
      const unknown = (framework.not_confirmed ?? [])
        .filter(({ control }) => !ids.has(control))
        .map(({ control }) => `${framework.id} speaks of the control ${control}, which is not there`);
      return [
        ...twice(framework.items).map((id) => `${framework.id} holds ${id} twice`),
        ...strange,
        ...unknown,
      ];
    }),
  ];
}

function twice(items: readonly { readonly id: string }[]): readonly string[] {
  const ids = items.map(({ id }) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

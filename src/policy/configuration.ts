import configurationSchema from "../../schemas/configuration.schema.json" with { type: "json" };
import { plain } from "../documents/plain.ts";
import type { Problem } from "../documents/problem.ts";
import { validator } from "../documents/schema.ts";
import type { Value } from "../documents/value.ts";
import { parseYaml } from "../documents/yaml.ts";
import type { CapName, Caps } from "../workspace/caps.ts";

export const CONFIGURATION_PATH = "effective-challenge.yaml";

/** `effective-challenge.yaml`: which policy judges, what discovery leaves out, how much may be read. */
export interface Configuration {
  /** A bundled policy's name, or a path in the repository. */
  readonly policy: string;
  /** Glob patterns of paths where no card is looked for. */
  readonly exclude: readonly string[];
  readonly limits: Readonly<Partial<Record<CapName, number>>>;
}

export const DEFAULT_CONFIGURATION: Configuration = { policy: "baseline", exclude: [], limits: {} };

export type ConfigurationReading =
  | { readonly kind: "configuration"; readonly configuration: Configuration; readonly root: Value | null }
  | { readonly kind: "wrong"; readonly problems: readonly Problem[] };

export async function readConfiguration(
  text: string,
  path: string,
  caps: Caps,
): Promise<ConfigurationReading> {
  const { root, problems } = parseYaml(text, path, caps);
  if (root === null || problems.length > 0) return { kind: "wrong", problems };
  const validate = await validator(configurationSchema);
  const wrong = validate(root);
  if (wrong.length > 0) return { kind: "wrong", problems: wrong };
  const written = plain(root) as unknown as Partial<Configuration>;
  return { kind: "configuration", configuration: { ...DEFAULT_CONFIGURATION, ...written }, root };
}

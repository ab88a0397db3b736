import type { Json } from "../../../output/json.ts";

/** A managed resource as it will be. */
export interface Resource {
  readonly type: string;
  /** With the module that it is in and without its index: `module.monitoring.aws_sns_topic.oncall`. */
  readonly address: string;
  readonly values: Json;
  /** What the configuration says where a value is known only after apply. */
  readonly expressions: Json;
}

/** Walked with a stack: how deeply modules are nested is the file's to say. */
export function plannedResources(plan: Json): readonly Resource[] {
  const configured = configuredResources(plan.get("configuration", "root_module"));
  const found: Resource[] = [];
  const open: Json[] = [plan.get("planned_values", "root_module"), plan.get("values", "root_module")];
  for (let module = open.pop(); module; module = open.pop()) {
    for (const values of module.get("resources").items()) {
      if (values.get("mode").text() === "data") continue;
      const address = withoutIndex(values.get("address").text() ?? "");
      const nothing = values.with(null);
      found.push({
        type: values.get("type").text() ?? "",
        address,
        values: values.get("values"),
        expressions: configured.get(address) ?? nothing,
      });
    }
    open.push(...module.get("child_modules").items());
  }
  return found;
}

function configuredResources(root: Json): ReadonlyMap<string, Json> {
  const found = new Map<string, Json>();
  const open: { readonly module: Json; readonly prefix: string }[] = [{ module: root, prefix: "" }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { module, prefix } = next;
    for (const resource of module.get("resources").items())
      found.set(prefix + (resource.get("address").text() ?? ""), resource.get("expressions"));
    for (const [name, call] of module.get("module_calls").entries())
      open.push({ module: call.get("module"), prefix: `${prefix}module.${name}.` });
  }
  return found;
}

function withoutIndex(address: string): string {
  return address.replaceAll(/\[(?:\d+|"[^"]*")\]/g, "");
}

const AFTER_APPLY = "(known after apply)";

/** Texts of a list, and where they are not known yet the resources that the configuration refers to. */
export function textsOrReferences(list: Json, expression: Json, { address }: Resource): readonly string[] {
  const elements = [...list.items()];
  const known = elements.flatMap((each) => each.text() ?? []);
  const references = referencesOf(expression, address);
  const unknown = list.exists
    ? elements.filter((each) => !each.exists).length
    : expression.has("references")
      ? 1
      : 0;
  return [...known, ...references, ...(unknown > references.length ? [AFTER_APPLY] : [])];
}

/** Addresses of resources; a value of one, `aws_sns_topic.oncall.arn`, is listed beside the resource itself. */
export function referencesOf(expression: Json, address: string): readonly string[] {
  const module = /^(?:module\.[^.]+\.)*/.exec(address)?.[0] ?? "";
  const names = [...expression.get("references").items()].flatMap((each) => each.text() ?? []);
  const resources = names.map(withoutIndex).filter((name) => /^[a-z][a-z0-9]*_\w+\.[^.]+$/.test(name));
  return resources.map((name) => module + name);
}

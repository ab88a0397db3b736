import { readFileSync } from "node:fs";
import { Ajv, type AnySchemaObject, type ValidateFunction } from "ajv";

interface Referring {
  readonly $ref?: string;
}

interface Content extends Referring {
  readonly content?: { readonly "application/json"?: { readonly schema: AnySchemaObject } };
}

interface Parameter extends Referring {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema: AnySchemaObject;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, AnySchemaObject>>;
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly responses: Readonly<Record<string, Content>>;
  };
}

/** An operation that GitHub describes, with the values that a request's path gives its parameters. */
export interface Called {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
}

const FILE = new URL("../../node_modules/@octokit/openapi/generated/api.github.com.json", import.meta.url);
const ajv = new Ajv({ strict: false, validateFormats: false, coerceTypes: false });
const validators = new Map<AnySchemaObject, ValidateFunction>();
let loaded: Description | null = null;

/** GitHub's own description of its API; parsed once in a process. */
function description(): Description {
  loaded ??= JSON.parse(readFileSync(FILE, "utf8"));
  if (loaded === null) throw new Error("the description is empty");
  return loaded;
}

export function operationFor(method: string, path: string): Called | null {
  const segments = path.split("/");
  let best: { readonly called: Called; readonly variables: number } | null = null;
  for (const [template, operations] of Object.entries(description().paths)) {
    const operation = operations[method.toLowerCase()];
    const values = operation && matched(template.split("/"), segments);
    if (operation === undefined || !values) continue;
    const variables = Object.keys(values).length;
    if (best === null || variables < best.variables)
      best = { called: { operation, path: values }, variables };
  }
  return best?.called ?? null;
}

/** What GitHub would refuse in a request's parameters and body. */
export function complaintsAbout(called: Called, query: URLSearchParams, body: unknown): string[] {
  const parameters = (called.operation.parameters ?? []).map((each) => resolved(each, "parameters"));
  const known = new Set(parameters.filter((each) => each.in === "query").map((each) => each.name));
  const unknown = [...query.keys()].filter((name) => !known.has(name));
  return [
    ...unknown.map((name) => `query ${name} is not described`),
    ...parameters.flatMap((parameter) => {
      const text = parameter.in === "path" ? called.path[parameter.name] : query.get(parameter.name);
      if (text === undefined || text === null)
        return parameter.required ? [`${parameter.name} is missing`] : [];
      return mismatches(parameter.schema, fromText(text, parameter.schema), parameter.name);
    }),
    ...bodyComplaints(called.operation.requestBody, body),
  ];
}

/** What in an answer is not as GitHub describes it; an undescribed status must at least be an error's shape. */
export function answerComplaints(called: Called | null, status: number, body: unknown): string[] {
  const described = called?.operation.responses[String(status)];
  const schema = described
    ? resolved(described, "responses").content?.["application/json"]?.schema
    : status >= 400 && { $ref: "#/components/schemas/basic-error" };
  return schema ? mismatches(schema, body, `answer ${status}`) : [`status ${status} is not described`];
}

function bodyComplaints(requestBody: Content | undefined, body: unknown): string[] {
  const schema = requestBody?.content?.["application/json"]?.schema;
  if (schema === undefined) return body === undefined ? [] : ["a body where none is described"];
  return mismatches({ ...schema, additionalProperties: false }, body, "body");
}

function mismatches(schema: AnySchemaObject, value: unknown, name: string): string[] {
  const validate = validators.get(schema) ?? ajv.compile(closed(schema));
  validators.set(schema, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => `${name}${error.instancePath} ${error.message}`);
}

/** A schema together with just those components that it refers to, so that the rest is never compiled. */
function closed(schema: AnySchemaObject): AnySchemaObject {
  const schemas: Record<string, AnySchemaObject> = {};
  const pending = [schema];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const [, name = ""] of JSON.stringify(next).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      const component = description().components.schemas[name];
      if (component === undefined || name in schemas) continue;
      schemas[name] = component;
      pending.push(component);
    }
  }
  return { allOf: [schema], components: { schemas } };
}

function resolved<Kind extends Referring>(item: Kind, of: "parameters" | "responses"): Kind {
  const name = item.$ref?.split("/").at(-1);
  if (name === undefined) return item;
  const components: Readonly<Record<string, unknown>> = description().components[of];
  return components[name] as Kind;
}

function matched(template: string[], segments: string[]): Record<string, string> | null {
  if (template.length !== segments.length) return null;
  const values: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const segment = segments[index] ?? "";
    if (part.startsWith("{")) values[part.slice(1, -1)] = decodeURIComponent(segment);
    else if (part !== segment) return null;
  }
  return values;
}

function fromText(text: string, schema: AnySchemaObject): unknown {
  return schema.type === "integer" && /^-?\d+$/.test(text) ? Number(text) : text;
}

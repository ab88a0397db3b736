import { readFileSync } from "node:fs";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";

/** What in a report is not as schemas/report.schema.json says. */
export function reportErrors(report: unknown): readonly ErrorObject[] {
  const schema = read("../../schemas/report.schema.json");
  return errorsOf(new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema), report);
}

/** What in a log is not SARIF 2.1.0, by the schema of OASIS. */
export function sarifErrors(log: unknown): readonly ErrorObject[] {
  // One pattern of the schema is no regular expression in Unicode mode.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  ajv.addFormat("uri", (text: string) => URL.canParse(text));
  ajv.addFormat("uri-reference", /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\dA-F]{2})*$/);
  ajv.addFormat("date-time", (text: string) => !Number.isNaN(Date.parse(text)));
  // It says draft-04, of which it uses nothing that draft-07 reads differently, but for the name of `$id`.
  const { id: _id, $schema: _draft, ...schema } = read("../report/fixtures/sarif-2.1.0-rtm.5.json");
  return errorsOf(ajv.compile(schema), log);
}

function errorsOf(validate: ValidateFunction, value: unknown): readonly ErrorObject[] {
  validate(value);
  return validate.errors ?? [];
}

function read(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
}

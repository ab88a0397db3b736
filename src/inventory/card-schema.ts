import schema from "../../schemas/model-card.schema.json" with { type: "json" };
import { type Validate, validator } from "../documents/schema.ts";

/** The check of a native card against its published schema. */
export function cardValidator(): Promise<Validate> {
  return validator(schema);
}

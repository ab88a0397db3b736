import type { Json } from "../../../output/json.ts";

/** The rule that a result names, and whether the two ways in which it is named lead to different ones. */
export interface NamedRule {
  readonly id: string;
  readonly rule: Json | null;
  readonly torn: boolean;
}

/** The rules of a run: those of the driver and those of its extensions, which a result names by place or by id. */
export class Rules {
  private readonly driver: Json;
  private readonly extensions: readonly Json[];
  private readonly byName = new Map<string, Json>();
  private readonly byId = new Map<string, Json>();

  constructor(run: Json) {
    this.driver = run.get("tool", "driver");
    this.extensions = [...run.get("tool", "extensions").items()];
    for (const component of [this.driver, ...this.extensions]) {
      const name = component.get("name").text();
      if (name !== null && !this.byName.has(name)) this.byName.set(name, component);
      for (const rule of component.get("rules").items()) {
        const id = rule.get("id").text();
        if (id !== null && !this.byId.has(id)) this.byId.set(id, rule);
      }
    }
  }

  of(result: Json): NamedRule {
    const reference = result.get("rule");
    const index = result.get("ruleIndex").number() ?? reference.get("index").number();
    const placed =
      index === null || index < 0 ? null : this.component(reference.get("toolComponent")).get("rules", index);
    const written = result.get("ruleId").text() ?? reference.get("id").text();
    const placedId = placed?.get("id").text() ?? null;
    if (written === null) return { id: placedId ?? "a rule without an id", rule: placed, torn: false };
    const torn = placedId !== null && !isOf(written, placedId);
    const rule =
      placedId !== null && !torn
        ? placed
        : (this.byId.get(written) ?? this.byId.get(parentOf(written)) ?? null);
    return { id: written, rule, torn };
  }

  private component(reference: Json): Json {
    const index = reference.get("index").number();
    const placed = index === null || index < 0 ? undefined : this.extensions[index];
    if (placed) return placed;
    const name = reference.get("name").text();
    return (name === null ? undefined : this.byName.get(name)) ?? this.driver;
  }
}

/** A result's id may say more than its rule's: "CA1000/1" is of CA1000. */
function isOf(id: string, rule: string): boolean {
  return id === rule || id.startsWith(`${rule}/`);
}

function parentOf(id: string): string {
  const cut = id.lastIndexOf("/");
  return cut < 0 ? id : id.slice(0, cut);
}

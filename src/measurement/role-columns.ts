import { NAMED_ROLES, type NamedRole, type RoleReading, type SingleRole } from "../evidence/roles.ts";

export type Role = SingleRole | NamedRole;

/** Why a table cannot serve a metric, and the line that would change it. */
export interface NotReady {
  readonly kind: "ambiguous" | "unbound";
  readonly says: string;
  readonly fix: string;
}

/** Columns that a message names: hostile tables have thousands. */
const SHOWN = 4;

/** The roles of one table's columns, asked for by what a metric reads. */
export class RoleColumns {
  readonly #table: string;
  readonly #reading: RoleReading;

  constructor(table: string, reading: RoleReading) {
    this.#table = table;
    this.#reading = reading;
  }

  has(role: Role): boolean {
    const { roles } = this.#reading;
    return isNamed(role) ? roles[role].size > 0 : roles[role] !== null;
  }

  /** What is wrong with a role, whatever else could stand in for it: columns that rival, or a declared one that is not there. */
  trouble(role: Role): NotReady | null {
    const rivals = this.#reading.ambiguous.find((doubt) => doubt.role === role)?.columns;
    if (rivals) {
      const first = role === "scores" ? `{ CLASS: ${rivals[0]} }` : rivals[0];
      const fix = `say which: \`columns: { ${role}: ${first} }\``;
      return { kind: "ambiguous", says: `${listed(rivals)} fit the role \`${role}\``, fix };
    }
    const gone = this.#reading.absent.find(
      (entry) => entry.role === role || entry.role.startsWith(`${role}.`),
    );
    if (!gone) return null;
    const hint = gone.nearest === null ? "" : `; the nearest is "${gone.nearest}"`;
    const says = `${this.#table} has no column "${gone.declared.value}"${hint}`;
    return { kind: "unbound", says, fix: `correct \`columns: { ${role}: … }\`` };
  }

  missing(role: Role): NotReady {
    const says = `no column of ${this.#table} is known to be the ${role}`;
    return this.trouble(role) ?? { kind: "unbound", says, fix: `map it: \`columns: { ${role}: … }\`` };
  }

  without(role: Role): NotReady | null {
    return this.trouble(role) ?? (this.has(role) ? null : this.missing(role));
  }

  /** A binary score is a column of its own, or the positive class's among the scores. */
  withoutScore(): NotReady | null {
    const doubt = this.trouble("score");
    if (doubt || this.has("score")) return doubt;
    return this.trouble("scores") ?? (this.has("scores") ? null : this.missing("score"));
  }
}

function isNamed(role: Role): role is NamedRole {
  return NAMED_ROLES.some((named) => named === role);
}

function listed(columns: readonly string[]): string {
  if (columns.length === 2) return `${columns.join(" and ")} both`;
  const shown = columns.slice(0, SHOWN).join(", ");
  return columns.length > SHOWN ? `${shown} and ${columns.length - SHOWN} more all` : `${shown} all`;
}

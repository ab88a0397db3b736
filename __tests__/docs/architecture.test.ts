import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { inRoot } from "../../tools/docs/root.ts";
import { textOf } from "./pages.ts";

/** The rooms as docs/architecture.md lists them, one row each. */
const listed = [...textOf("docs/architecture.md").matchAll(/^\| `([^`]+)` \|/gm)].map(([, room = ""]) =>
  room.replace(/\/$/, ""),
);

it("docs/architecture.md lists the rooms that src/ has", () => {
  expect([...listed].sort()).toEqual(readdirSync(inRoot("src")).sort());
});

it("docs/architecture.md lists them in the order that the layer check enforces", () => {
  const config: unknown = createRequire(import.meta.url)(inRoot(".dependency-cruiser.cjs"));
  expect(listed).toEqual(enforced(config).filter((room) => listed.includes(room)));
});

/** Each room's own check lists, in its turn, every room below it. */
function enforced(config: unknown): string[] {
  const { forbidden } = config as { forbidden: { name: string; to: { path?: string } }[] };
  const checks = forbidden.filter(({ name }) => name.endsWith("-imports-upwards-only"));
  const rooms = checks.map(({ name }) => name.replace(/-imports-upwards-only$/, ""));
  const last = checks.at(-1)?.to.path?.replace(/[\^/]|src/g, "") ?? "";
  return [...rooms, last];
}

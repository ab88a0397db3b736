import { shippedControls } from "../../src/main/shipped-controls.ts";
import type { Control } from "../../src/report/coverage/catalogue.ts";

/** The control catalogue by id, in its own order. */
export async function readControls(): Promise<ReadonlyMap<string, Control>> {
  const { controls } = await shippedControls();
  return new Map(controls.map((control) => [control.id, control]));
}

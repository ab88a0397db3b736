import type { Caps } from "../../workspace/caps.ts";
import type { OpenFile } from "../../workspace/tree.ts";
import { TableFault } from "../failure.ts";
import type { HeaderColumn } from "../table.ts";
import { footerOf } from "./footer.ts";
import { damaged } from "./guard.ts";
import { hintOf } from "./leaf.ts";

export async function parquetColumns(file: OpenFile, caps: Caps): Promise<readonly HeaderColumn[]> {
  try {
    const { leaves } = await footerOf(file, caps);
    return leaves.map((leaf) => ({ name: leaf.name, type: hintOf(leaf) }));
  } catch (thrown) {
    throw thrown instanceof TableFault ? thrown : damaged();
  }
}

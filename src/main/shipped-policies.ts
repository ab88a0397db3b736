import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPolicy } from "../policy/read.ts";
import type { Shipped, ShippedPolicy } from "../policy/shipped.ts";
import { RULES } from "../rules/catalogue.ts";
import { CAPS } from "../workspace/caps.ts";
import { ROOT } from "./package.ts";

const FOLDER = join(ROOT, "policies");

/** The policies in `policies/`. They are known when the bundle is built, so the bundle carries them read and checked. */
export async function shippedPolicies(): Promise<Shipped> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".yaml") && !file.endsWith(".test.yaml"));
  return new Map(
    await Promise.all(
      files.sort().map(async (file) => [file.slice(0, -".yaml".length), await shipped(file)] as const),
    ),
  );
}

async function shipped(file: string): Promise<ShippedPolicy> {
  const text = readFileSync(join(FOLDER, file), "utf8");
  const reading = await readPolicy(text, `policies/${file}`, RULES, CAPS);
  if (reading.kind === "wrong") throw new Error(`policies/${file}: ${reading.problems[0]?.says}`);
  const sha256 = createHash("sha256").update(text).digest("hex");
  return { written: reading.written, leaves: reading.leaves, sha256 };
}

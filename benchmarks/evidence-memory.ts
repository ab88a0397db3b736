import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { inRoot } from "../tools/docs/root.ts";
import { evidenceFixtures, FIXTURES } from "../tools/evidence/fixtures.ts";

/** A JSON Lines file of a tool, of this size, has to be read within this much memory. */
const BYTES = 500_000_000;
const MOST_MEMORY = 300_000_000;
const POLL_MS = 10;
const AS_OF = "2026-11-20";
const CARD = "model: { id: large }\nevidence: [{ path: evidence.jsonl }]\n";

const folder = mkdtempSync(join(tmpdir(), "effective-challenge-"));
try {
  const whole = evidenceFixtures().filter(
    ({ name, outcome }) => outcome === "complete" && name.endsWith(".jsonl"),
  );
  let worst = 0;
  for (const { tool, path } of whole) {
    await writeRepeated(readFileSync(inRoot(`${FIXTURES}/${path}`)), join(folder, "evidence.jsonl"));
    writeFileSync(join(folder, "model-card.yaml"), CARD);
    const started = performance.now();
    const { peak, readAs } = await check();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${path}: read as ${readAs ?? "nothing"}, at most ${megabytes(peak)} in ${seconds} s`);
    if (readAs !== tool) throw new Error(`${path}, repeated, is not read as ${tool}'s`);
    worst = Math.max(worst, peak);
  }
  if (whole.length === 0) throw new Error(`no whole file of a tool under ${FIXTURES} is JSON Lines`);
  if (worst > MOST_MEMORY) throw new Error(`${megabytes(worst)} is more than ${megabytes(MOST_MEMORY)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The lines of a file, over and over, until there are enough. */
async function writeRepeated(lines: Uint8Array, path: string): Promise<void> {
  const times = Math.max(1, Math.ceil(4_000_000 / lines.length));
  const block = Buffer.concat(Array<Uint8Array>(times).fill(lines));
  const out = createWriteStream(path);
  for (let written = 0; written < BYTES; written += block.length)
    if (!out.write(block)) await once(out, "drain");
  out.end();
  await once(out, "close");
}

/** The whole program over the folder: the most memory that it ever had, by Linux' own count, and the tool it names. */
async function check(): Promise<{ readonly peak: number; readonly readAs: string | null }> {
  const args = [inRoot("dist/cli.js"), "check", ".", "--exit-zero", "--as-of", AS_OF, "--format", "json"];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, POLL_MS);
  const printed = await text(child.stdout);
  clearInterval(timer);
  const report = JSON.parse(printed) as { models: { evidence: { tool: string | null }[] }[] };
  return { peak, readAs: report.models[0]?.evidence[0]?.tool ?? null };
}

/** VmHWM, which only grows; 0 once the process has ended. */
function peakOf(pid: number | undefined): number {
  try {
    const [, kilobytes = "0"] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return 1024 * Number(kilobytes);
  } catch {
    return 0;
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

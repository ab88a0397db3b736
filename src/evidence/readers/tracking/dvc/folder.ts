import { posix } from "node:path";
import type { Aggregate } from "../../../output/output.ts";
import { defineReader } from "../../../output/reader.ts";
import type { SourceOf } from "../../../output/source.ts";
import { heldAgainst } from "./held-against.ts";
import { isLock, isPointer, type Listing, listingOf } from "./listing.ts";
import { type Opened, openIn } from "./opened.ts";
import { listingOutput } from "./output.ts";
import { gapsOf } from "./pipeline.ts";

const LIST = /(?:^|\/)(?:dvc\.lock|[^/]+\.dvc)$/;

/** A folder with what DVC lists and the files themselves, each of which is hashed again. */
export const dvcFolder = defineReader<"folder">({
  tool: "dvc",
  form: "folder",
  about: {
    versions: ["2.58.2", "3.67.1"],
    detectedBy: "a folder with a `dvc.lock` or a `.dvc` file",
    notRead:
      "the digests of whole folders, `.dir`, whose files and bytes are counted; parameters; that a `dvc.yaml` " +
      "was cut off where a stage ends, which nothing in it says",
  },
  recognises: ({ paths }) => paths.some((path) => LIST.test(path)),
  async read(folder, caps) {
    const opened: Opened[] = [];
    const listings: Listing[] = [];
    const aggregates = new Map<string, Aggregate>();
    for (const path of folder.paths.filter((each) => LIST.test(each))) {
      const lists = await openIn(folder, path, caps);
      if (lists === null) continue;
      if ("kind" in lists) return lists;
      if (!isLock(lists.root) && !isPointer(lists.root)) return notDvc(path, lists);
      const listing = listingOf(lists.root);
      const base = posix.join(posix.dirname(path), lists.root.get("wdir").text() ?? "");
      await hold(folder, base, listing, aggregates);
      const pipeline = await openIn(folder, posix.join(posix.dirname(path), "dvc.yaml"), caps);
      if (pipeline && "kind" in pipeline) return pipeline;
      if (pipeline && !pipeline.root.get("stages").isMap) return notDvc("dvc.yaml", pipeline);
      const missing = pipeline && isLock(lists.root) ? gapsOf(pipeline.root, lists.root) : [];
      listings.push({ ...listing, incomplete: [...listing.incomplete, ...missing] });
      opened.push(lists, ...(pipeline ? [pipeline] : []));
    }
    const problems = opened.flatMap(({ document }) => document.problems);
    const warnings = problems.map(({ code, says, at }) => ({ code, says, at }));
    const reading = listingOutput(listings, [...aggregates.values()], warnings);
    for (const { document } of opened) document.settle();
    return reading;
  },
});

/** What one stage made and another took is looked at once, unless the two name different contents. */
async function hold(
  folder: SourceOf<"folder">,
  base: string,
  { outs, deps }: Listing,
  aggregates: Map<string, Aggregate>,
): Promise<void> {
  for (const tracked of [...outs, ...deps]) {
    const key = `${posix.join(base, tracked.path)} ${tracked.md5}`;
    if (aggregates.has(key)) continue;
    const held = await heldAgainst(folder, base, tracked);
    // What a stage took need not be there: its own code may be elsewhere.
    if (held && (outs.includes(tracked) || held.recomputed !== null)) aggregates.set(key, held);
  }
}

function notDvc(path: string, { root }: Opened) {
  const says =
    path === "dvc.yaml"
      ? "dvc.yaml has no `stages`"
      : `${path} has neither \`schema: "2.0"\` and \`stages\`, nor \`outs\``;
  const fix = "commit the file as DVC wrote it";
  return { kind: "unparsed", says, fix, line: 1, at: root.at } as const;
}

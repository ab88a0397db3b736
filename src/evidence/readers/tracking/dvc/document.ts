import { defineReader } from "../../../output/reader.ts";
import { untold } from "./held-against.ts";
import { isLock, isPointer, listingOf } from "./listing.ts";
import { listingOutput } from "./output.ts";

/** A `dvc.lock`, or a `.dvc` file, by itself. Source: DVC's own schema of both. */
export const dvcFile = defineReader<"document">({
  tool: "dvc",
  form: "document",
  about: {
    versions: ["2.58.2", "3.67.1"],
    detectedBy: 'a map with `schema: "2.0"` and `stages`, or with `outs` that have `path` and `md5`',
    notRead: "the files that it lists, for which the folder is named; parameters and commands",
  },
  recognises: ({ root }) => isLock(root) || isPointer(root),
  read({ root }) {
    const listing = listingOf(root);
    const because = "only the list was named: name the folder that it is in, after `dvc pull`";
    const seen = listing.outs.filter(({ md5 }) => md5 !== null);
    return listingOutput(
      [listing],
      seen.map((tracked) => untold(tracked, because)),
      [],
    );
  },
});

import type { ReaderAbout } from "../../../output/reader.ts";
import { defineReader } from "../../../output/reader.ts";
import { isEvent, LineageRuns } from "./runs.ts";

const ABOUT: ReaderAbout = {
  versions: ["1.0.0 (spec 1-0-5)", "1.54.0 (spec 2-0-2)"],
  detectedBy:
    "JSON Lines, or one event or a list of them, with `eventTime` and a `schemaURL` of openlineage.io",
  notRead: "events of a job or a data set alone; facets other than row counts",
};

/** What a job read and wrote, once it said that it completed. Source: OpenLineage 2.0.2. */
export const openlineage = defineReader<"records">({
  tool: "openlineage",
  form: "records",
  about: ABOUT,
  recognises: ({ head }) => head.length > 0 && head.every(isEvent),
  async read(source, caps) {
    const runs = new LineageRuns(caps.evidenceEntries);
    const [first] = source.head;
    if (!first) throw new RangeError("records without a first one");
    for await (const each of source.records()) {
      if ("bad" in each) runs.bad(first, each.bad, each.says);
      else runs.add(each.record);
    }
    return runs.reading(first);
  },
});

/** One event, or a list of events, as a JSON document. */
export const openlineageDocument = defineReader<"document">({
  tool: "openlineage",
  form: "document",
  about: ABOUT,
  recognises: ({ root }) => isEvent(root) || (root.size > 0 && isEvent(root.get(0))),
  read({ root }, caps) {
    const runs = new LineageRuns(caps.evidenceEntries);
    for (const event of root.isList ? root.items() : [root]) runs.add(event);
    return runs.reading(root);
  },
});

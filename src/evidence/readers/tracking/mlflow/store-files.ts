import type { Place } from "../../../../documents/place.ts";
import type { Caps } from "../../../../workspace/caps.ts";
import { lowerBound } from "../../../../workspace/order.ts";
import { yamlDocument } from "../../../output/document.ts";
import type { Json } from "../../../output/json.ts";
import type { OutputWarning } from "../../../output/output.ts";
import type { SourceOf } from "../../../output/source.ts";

/** A file of the store that cannot be understood, so that nothing of the store is believed. */
export class StoreFault extends Error {
  readonly at: Place;
  constructor(says: string, at: Place) {
    super(says);
    this.at = at;
  }
}

/** The small files of a store, with their places. */
export class StoreFiles {
  readonly warnings: OutputWarning[] = [];
  private readonly folder: SourceOf<"folder">;
  private readonly caps: Caps;
  private readonly opened: { settle(): void }[] = [];

  constructor(folder: SourceOf<"folder">, caps: Caps) {
    this.folder = folder;
    this.caps = caps;
  }

  has(path: string): boolean {
    return this.folder.paths[lowerBound(this.folder.paths, path)] === path;
  }

  /** The files whose path starts so. */
  *below(prefix: string): Generator<string> {
    const { paths } = this.folder;
    for (let at = lowerBound(paths, prefix); paths[at]?.startsWith(prefix); at++) yield paths[at]!;
  }

  at(path: string, line = 1): Place {
    return {
      path: this.folder.path === "" ? path : `${this.folder.path}/${path}`,
      line,
      column: 1,
      pointer: "",
    };
  }

  open(path: string) {
    return this.folder.open(path);
  }

  text(path: string): Promise<string | null> {
    return this.folder.text(path);
  }

  /** @throws StoreFault when the file is no map. */
  async yaml(path: string): Promise<Json> {
    const at = this.at(path);
    const text = await this.text(path);
    if (text === null) throw new StoreFault(`${at.path} cannot be opened, or is too large`, at);
    const document = yamlDocument(text, at.path, this.caps);
    const [problem] = document.problems;
    if (!document.source?.root.isMap)
      throw new StoreFault(`${at.path}: ${problem?.says ?? "it holds no keys"}`, problem?.at ?? at);
    this.warnings.push(...document.problems.map(({ code, says, at: where }) => ({ code, says, at: where })));
    this.opened.push(document);
    return document.source.root;
  }

  settle(): void {
    for (const document of this.opened) document.settle();
  }
}

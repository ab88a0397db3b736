import type { ArtifactFact } from "../../../output/fact.ts";
import type { Json } from "../../../output/json.ts";

/** An entry of `outs` or `deps`: a file or folder that DVC keeps, with what it was when DVC saw it last. */
export interface TrackedFile {
  /** As DVC writes it, relative to the file that lists it. */
  readonly path: string;
  /** Lower-case hex; null where DVC has not seen the content, or keeps it by another digest. */
  readonly md5: string | null;
  /** The digest is of a list of the folder's files, and not of bytes. */
  readonly isFolder: boolean;
  readonly bytes: number | null;
  readonly files: number | null;
  /** Before DVC 3, text was hashed with its line ends as on Unix. */
  readonly legacy: boolean;
  readonly json: Json;
}

const MD5 = /^([0-9a-f]{32})(\.dir)?$/i;

export function trackedFile(json: Json): TrackedFile | null {
  const path = json.get("path").text();
  if (path === null) return null;
  const [, md5 = null, folder] = MD5.exec(json.get("md5").text() ?? "") ?? [];
  return {
    path,
    md5: md5?.toLowerCase() ?? null,
    isFolder: folder !== undefined,
    bytes: json.get("size").number(),
    files: json.get("nfiles").number(),
    legacy: json.get("hash").text() === null,
    json,
  };
}

export function artifactOf({ path, md5, bytes, isFolder, json }: TrackedFile): ArtifactFact[] {
  if (md5 === null) return [];
  const digest = isFolder ? `${md5}.dir` : md5;
  return [{ kind: "artifact", path, algorithm: "md5", digest, bytes, at: json.at }];
}

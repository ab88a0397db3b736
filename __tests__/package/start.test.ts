import { build, type Metafile } from "esbuild";
import { describe, expect, it } from "vitest";
import { reached } from "../../tools/build/together.ts";

const { metafile } = await build({
  entryPoints: ["src/main/cli.ts"],
  bundle: true,
  splitting: true,
  write: false,
  metafile: true,
  format: "esm",
  platform: "node",
  outdir: "dist",
});

/** Our rooms and the packages that a file loads before it does anything. */
function loadedWith(start: string, { inputs }: Metafile): readonly string[] {
  const owners = [...reached(inputs, [start])].map((path) => {
    const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
    return name ?? path.split("/").slice(0, 2).join("/");
  });
  return [...new Set(owners)].sort();
}

describe("the start", () => {
  it("loads a command's work only when the command is asked for", () => {
    const loaded = reached(metafile.inputs, ["src/main/cli.ts"]);
    const works = ["check", "metrics", "report", "explain", "policy/show", "policy/test", "policy/diff"];
    expect(works.filter((work) => loaded.has(`src/main/${work}.ts`))).toEqual([]);
    expect(loadedWith("src/main/cli.ts", metafile)).not.toContain("src/rules");
    expect(loadedWith("src/main/cli.ts", metafile)).not.toContain("src/statistics");
  });

  it.each(["yaml", "ajv", "picomatch", "hyparquet", "src/rules", "src/inventory", "src/policy"])(
    "of metrics does without %s",
    (unneeded) => {
      expect(loadedWith("src/main/metrics.ts", metafile)).not.toContain(unneeded);
    },
  );

  it.each(["ajv", "hyparquet", "mdast-util-from-markdown", "@bufbuild/cel", "yauzl", "sql.js"])(
    "of check does without %s",
    (unneeded) => {
      expect(loadedWith("src/main/check.ts", metafile)).not.toContain(unneeded);
    },
  );
});

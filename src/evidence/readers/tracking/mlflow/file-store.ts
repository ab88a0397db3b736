import { defineReader } from "../../../output/reader.ts";
import { fileRegistry } from "./file-registry.ts";
import { fileRun } from "./file-run.ts";
import { inside, layoutOf } from "./layout.ts";
import { loggedCopies } from "./logged-model.ts";
import { StoreFault, StoreFiles } from "./store-files.ts";
import { tracked } from "./tracked.ts";

/** MLflow's file store, `mlruns`, or one experiment or run of it. Source: `mlflow/store/tracking/file_store.py`. */
export const mlflowStore = defineReader<"folder">({
  tool: "mlflow",
  form: "folder",
  about: {
    versions: ["2.16.2", "3.17.2"],
    detectedBy:
      "a folder with `<experiment>/<32 hex>/meta.yaml`, `models/<name>/version-<n>/meta.yaml`, or a run's own `meta.yaml` and metrics",
    notRead:
      "parameters, tags and artifacts; runs other than the one of each registered model's newest version",
  },
  recognises({ paths }) {
    const { runs, versions } = layoutOf(paths);
    return runs.size + versions.length > 0;
  },
  async read(source, caps) {
    const files = new StoreFiles(source, caps);
    const layout = layoutOf(source.paths);
    const logged = loggedCopies(layout.logged, files);
    try {
      const output = await tracked({
        tool: "mlflow",
        formatVersion: null,
        versions: await fileRegistry(layout, files),
        ids: [...layout.runs.keys()],
        run: async (id) => {
          const folder = layout.runs.get(id);
          return folder === undefined ? null : fileRun(folder, files, logged);
        },
        warnings: files.warnings,
        at: files.at(firstOf(layout.runs.values()) ?? "meta.yaml"),
      });
      return { kind: "output", output };
    } catch (thrown) {
      if (!(thrown instanceof StoreFault)) throw thrown;
      const fix = "commit the store as MLflow wrote it";
      return { kind: "unparsed", says: thrown.message, fix, line: thrown.at.line, at: thrown.at };
    } finally {
      files.settle();
    }
  },
});

function firstOf(folders: Iterable<string>): string | undefined {
  for (const folder of folders) return inside(folder, "meta.yaml");
  return undefined;
}

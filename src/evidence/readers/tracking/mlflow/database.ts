import type { Caps } from "../../../../workspace/caps.ts";
import { defineReader } from "../../../output/reader.ts";
import type { SourceOf } from "../../../output/source.ts";
import { isSqlite, SqliteFault, SqliteTables } from "../sqlite.ts";
import { databaseRuns } from "./database-runs.ts";
import { databaseVersions } from "./database-versions.ts";
import { textIn } from "./row.ts";
import { tracked } from "./tracked.ts";

const TABLES = ["alembic_version", "experiments", "latest_metrics"];
/** Set by a database whose last writes are in a second file. */
const WRITE_AHEAD = 2;

/** MLflow's SQLite store, `mlflow.db`, read only. Source: `mlflow/store/tracking/dbmodels/models.py`. */
export const mlflowDatabase = defineReader<"bytes">({
  tool: "mlflow",
  form: "bytes",
  about: {
    versions: ["2.16.2", "3.17.2"],
    detectedBy: "an SQLite database with the tables `alembic_version`, `experiments` and `latest_metrics`",
    notRead:
      "parameters, tags, traces and prompts; runs other than the one of each registered model's newest version",
  },
  async recognises({ head, file }) {
    if (!isSqlite(head)) return false;
    const left = new Set(TABLES);
    let end = Buffer.alloc(0);
    for await (const chunk of file.stream()) {
      const bytes = Buffer.concat([end, chunk]);
      for (const name of left) if (bytes.includes(name)) left.delete(name);
      if (left.size === 0) return true;
      end = Buffer.from(bytes.subarray(-LONGEST));
    }
    return false;
  },
  async read(source, caps) {
    const fix = "commit the database as MLflow wrote it, with no server running";
    if (source.file.size > caps.evidenceBytes) {
      const says = `the database is larger than ${caps.evidenceBytes} bytes`;
      return { kind: "unparsed", says, fix: "name the run's own folder instead", line: 1 };
    }
    if (source.head[18] === WRITE_AHEAD) {
      const says = "its last writes are in a write-ahead log, which is not read";
      const checkpoint = "run `PRAGMA journal_mode = DELETE` on it, and commit it then";
      return { kind: "unparsed", says, fix: checkpoint, line: 1 };
    }
    try {
      return { kind: "output", output: await outputOf(source, caps) };
    } catch (thrown) {
      if (!(thrown instanceof SqliteFault)) throw thrown;
      return { kind: "unparsed", says: `SQLite says: ${thrown.message}`, fix, line: 1 };
    }
  },
});

const LONGEST = Math.max(...TABLES.map((name) => name.length));

async function outputOf({ path, file }: SourceOf<"bytes">, caps: Caps) {
  const bytes = await file.read(0, Math.min(file.size, caps.evidenceBytes));
  const at = { path, line: 1, column: 1, pointer: "" };
  return SqliteTables.read(bytes, async (tables) => {
    const [version] = tables.rows("alembic_version", ["version_num"]);
    const runs = databaseRuns(tables, at);
    return tracked({
      tool: "mlflow",
      formatVersion: version ? textIn(version, "version_num") : null,
      versions: databaseVersions(tables, at),
      ids: [...runs.keys()],
      run: async (id) => runs.get(id) ?? null,
      warnings: [],
      at,
    });
  });
}

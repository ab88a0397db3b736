/** A room imports only rooms above it in this list; a check in CI keeps it so. */
const ROOMS = [
  "assembly",
  "statistics",
  "expressions",
  "workspace",
  "documents",
  "tables",
  "inventory",
  "evidence",
  "governance",
  "case",
  "tiering",
  "measurement",
  "rules",
  "policy",
  "judgement",
  "report",
  "github",
  "gate.ts",
  "main",
];

const path = (room) => (room.endsWith(".ts") ? `^src/${room.replace(".", "\\.")}$` : `^src/${room}/`);

/** The only rooms that touch the file system, the network, child processes or the environment. */
const EDGE = ["workspace", "github", "main"];

/** Pure parts of Node: they compute and touch nothing outside. */
const PURE = "^(node:)?(buffer|crypto|path/posix|path|zlib|util|string_decoder)$";

module.exports = {
  forbidden: [
    ...ROOMS.slice(0, -1).map((room, index) => ({
      name: `${room}-imports-upwards-only`,
      severity: "error",
      comment: `${room} may import only the rooms above it in docs/architecture.md`,
      from: { path: path(room) },
      to: { path: ROOMS.slice(index + 1).map(path).join("|") },
    })),
    {
      name: "io-at-the-edge",
      severity: "error",
      comment: `only ${EDGE.join(", ")} may use Node's input and output`,
      from: { path: "^src/", pathNot: EDGE.map(path).join("|") },
      to: { dependencyTypes: ["core"], pathNot: PURE },
    },
    { name: "no-circle", severity: "error", from: { path: "^src/" }, to: { circular: true } },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["__tests__/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: ".cache/vitest.json" }]],
    testTimeout: 30_000,
    // The default leaves a core free for a person who waits, which is half of a small machine.
    maxWorkers: "100%",
  },
});

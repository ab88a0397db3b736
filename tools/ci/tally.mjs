// Prints the closing line of a run from the test runner's own result file: `N passed, N failed, N skipped`.
import { readFileSync } from "node:fs";

const [path] = process.argv.slice(2);
let result;
try {
  result = JSON.parse(readFileSync(path, "utf8"));
} catch {
  console.log("0 passed, 1 failed");
  process.exit(1);
}
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites, testResults } = result;
// A file that fails to load has no test in it, and is no less a failure.
const unloaded = testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0).length;
const failed = numFailedTests + unloaded;
const skipped = numPendingTests + numTodoTests;
console.log(`${numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exit(failed > 0 || numFailedTestSuites > 0 || numPassedTests === 0 ? 1 : 0);

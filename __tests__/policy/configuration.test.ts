import { describe, expect, it } from "vitest";
import { type Configuration, readConfiguration } from "../../src/policy/configuration.ts";
import { CAPS } from "../../src/workspace/caps.ts";

const PATH = "effective-challenge.yaml";
const DEFAULT = { policy: "baseline", exclude: [], limits: {} };

describe("readConfiguration", () => {
  it.each<[string, string, Partial<Configuration>]>([
    ["nothing but a key of the user's own", "x-team: risk", {}],
    ["a policy", "policy: governance/policy.yaml", { policy: "governance/policy.yaml" }],
    ["patterns to leave out", 'exclude: ["archive/**", old]', { exclude: ["archive/**", "old"] }],
    ["limits", "limits: { tableRows: 5, claims: 7 }", { limits: { tableRows: 5, claims: 7 } }],
  ])("reads %s and leaves the rest at its default", async (_, text, expected) => {
    const reading = await readConfiguration(text, PATH, CAPS);
    expect(reading).toMatchObject({ kind: "configuration", configuration: { ...DEFAULT, ...expected } });
  });

  it.each<[string, string, string, RegExp]>([
    ["a file with nothing in it", "# later\n", "1:1", /./],
    ["a list", "[policy]", "1:1", /the document must be/],
    ["a misspelt key", "polcy: baseline", "1:1", /`polcy` is not a known key.*write `policy`/],
    ["a policy that is no text", "policy: 1", "1:9", /`policy` must be text/],
    ["a policy without a name", 'policy: ""', "1:9", /`policy`/],
    ["a key that has no value", "policy:\nexclude:\n", "1:8", /`policy` must be text/],
    ["one pattern without its list", "exclude: archive/**", "1:10", /`exclude` must be a list/],
    ["a misspelt limit", "limits: { tableRow: 5 }", "1:11", /write `tableRows`/],
    ["a limit of nothing", "limits: { claims: 0 }", "1:19", />= 1/],
    ["a limit that is no whole number", "limits: { claims: 1.5 }", "1:19", /whole number/],
    ["a limit without end", "limits: { claims: .inf }", "1:19", /./],
    ["a key twice", "policy: a\npolicy: b", "2:1", /policy/],
    ["a name of every object", "__proto__: { policy: x }", "1:1", /`__proto__` is not a known key/],
    ["text that is no YAML", "policy: [", "1:10", /./],
  ])("says what is wrong with %s, and where", async (_, text, place, expected) => {
    const reading = await readConfiguration(text, PATH, CAPS);
    const problems = reading.kind === "wrong" ? reading.problems : [];
    expect(problems.map(({ at }) => `${at.path}:${at.line}:${at.column}`)[0]).toBe(`${PATH}:${place}`);
    expect(problems.map(({ says, fix }) => `${says}; ${fix}`)[0]).toMatch(expected);
  });
});

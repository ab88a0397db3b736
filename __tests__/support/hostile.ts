import fc from "fast-check";

/** Text that a repository under judgement may hold, by what it tries to do. */
export const HOSTILE = {
  everything:
    "\u001b[31m::error file=a::x ##[group]y ##vso[task.complete]z @octocat #123 ![i](http://evil.example/i.png) <img src=x onerror=alert(1)> \u202Egnp.exe\u200B",
  key: "x|y`z\n::set-output name=a::b",
  githubCommand: "::error file=app.js,line=1::Missing semicolon",
  indentedCommand: "   ::stop-commands::token",
  oldCommand: "text ##[add-mask]secret",
  azureCommand: "##vso[task.setvariable variable=a]b",
  mention: "@octocat and @org/team and a@b.example",
  reference: "#123 GH-123 owner/repo#123 owner/repo@0123456 0123456789abcdef0123456789abcdef01234567",
  link: "[click](https://evil.example) <https://evil.example> https://evil.example www.evil.example ftp://x.example",
  referenceLink: "[a][b]\n\n[b]: https://evil.example",
  email: "mail evil@example.com or mailto:evil@example.com xmpp:evil@example.com",
  image: "![x](https://evil.example/x.png) ![y][z] :shipit:",
  html: "<script>alert(1)</script><img src=x><!-- c --><a href='https://e.example'>e</a> &lt;b&gt; &#64;octocat",
  table: "a | b \\| c \\\\| d\n| --- | --- |",
  code: "`a` ``b`` ```c``` ~~~ ``` `",
  emphasis: "*a* **b** _c_ __d__ ~~e~~ a_b_c ***",
  block: "# heading\n> quote\n- item\n1. one\n    code\n---\n===\n[^1]: note",
  list: "- [x] done",
  numbered: "1. one",
  rule: "---",
  math: "$x^2$ $$y$$ $`z`$ \\$",
  ansi: "\u001b[2J\u001b]0;title\u0007\u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\",
  c1: "\u009b31m \u0085 \u0090q\u009c",
  carriage: "pass\rhold\u0008\u0008\u007f",
  bidirectional: "\u202Eevil\u202C \u2066x\u2069 \u200Ey\u200F \u061C",
  zeroWidth: "a\u200Bb\u200Cc\u200Dd\u2060e\uFEFFf\u00ADg",
  tags: "x\u{E0041}\u{E0042}\u{E007F}",
  fillers: "\u3164\u115F\u1160\uFFA0\u2800",
  variation: "a\uFE0F\u{E0100} ❤\uFE0F",
  surrogate: "a\uD800b\uDC00",
  zalgo: `a${"\u0301".repeat(500)}b`,
  newlines: "a\nb\r\nc\u2028d\u2029e\u000bf",
  footnote: "[^1] and [^note]",
  percent: "100%0A::error::x %25 %3A",
  placeholder: ["{0} {{1}} $", "{{ secrets.TOKEN }}"].join(""),
  comment: "--> <!-- effective-challenge -->",
  details: "</details></td></table><details open>",
  autolinkTricks: "http:\\//x https&#58;//x WWW.EVIL.EXAMPLE w\u200Bww.x",
  long: "lorem ipsum ".repeat(10_000),
  unbroken: "x".repeat(5_000),
  emoji: "👩‍👩‍👧‍👦".repeat(400),
  empty: "",
  blank: " \t\n ",
} as const;

/** One of the texts above or of `more`, short ones alone; or a text of the given tokens; or any text at all. */
export function hostileText(
  more: readonly string[] = [],
  tokens: readonly string[] = [],
): fc.Arbitrary<string> {
  const short = Object.values(HOSTILE).filter((text) => text.length < 2_000);
  return fc.oneof(
    fc.constantFrom<string>(...short, ...more),
    fc.array(fc.constantFrom(" ", ...tokens), { maxLength: 30 }).map((chosen) => chosen.join("")),
    fc.string({ unit: "binary" }),
  );
}

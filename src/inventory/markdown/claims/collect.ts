import type { List, RootContent } from "mdast";
import type { ClaimFields } from "../claim-entry.ts";
import { flatten, flattenCode } from "../flat.ts";
import type { Section } from "../outline.ts";
import { type PlaceOf, type Prose, part, proseOf } from "../prose.ts";
import type { SectionKind } from "../section-kind.ts";
import type { Self } from "../self.ts";
import { speaksOfTheModel } from "./clause.ts";
import type { Context } from "./context.ts";
import { gridOf } from "./grid.ts";
import { lineClaims } from "./line.ts";
import { matrixClaims } from "./matrix.ts";
import { hasReport, reportClaims } from "./report.ts";
import { sectionContext, takesBack, underLead, withLead } from "./scope.ts";
import { sentenceClaims } from "./sentence.ts";
import { tableClaims } from "./table.ts";

const DEEPEST = 20;
/** Code in these languages is a program, not output. */
const PROGRAM =
  /^(python|py|bash|sh|shell|console|json|yaml|yml|toml|js|ts|javascript|typescript|r|sql|bibtex|latex|dockerfile|mermaid|html|xml|css|diff)\b/i;

export interface Source {
  readonly text: string;
  readonly place: PlaceOf;
}

/** Every claim of one section, in the order of the text. */
export function* sectionClaims(
  section: Section,
  kind: SectionKind,
  self: Self,
  source: Source,
): Generator<ClaimFields> {
  if (kind === "closed") return;
  yield* new Collector(source).walk(section.nodes, sectionContext(section, kind, self), 0);
}

class Collector {
  private readonly source: Source;

  constructor(source: Source) {
    this.source = source;
  }

  /** The last paragraph speaks for what follows it, until the next one. */
  *walk(nodes: readonly RootContent[], context: Context, depth: number): Generator<ClaimFields> {
    let scope: Context | null = context;
    for (const node of nodes) {
      if (node.type === "paragraph") {
        const prose = proseOf(flatten(node.children, this.source.text), this.source.place);
        yield* this.paragraph(prose, context);
        if (takesBack(prose)) return;
        scope = underLead(context, prose);
      } else if (scope) yield* this.block(node, scope, depth);
    }
  }

  private *block(node: RootContent, context: Context, depth: number): Generator<ClaimFields> {
    if (depth > DEEPEST) return;
    const { text, place } = this.source;
    if (node.type === "table") yield* tableClaims(gridOf(node, text, place), context);
    else if (node.type === "list") yield* this.list(node, context, depth);
    else if (node.type === "blockquote") yield* this.walk(node.children, context, depth + 1);
    else if (node.type === "code" && !PROGRAM.test(node.lang ?? "")) {
      yield* this.output(proseOf(flattenCode(node, text), place), context);
    }
  }

  private *paragraph(prose: Prose, context: Context): Generator<ClaimFields> {
    yield* reportClaims(prose, context);
    yield* matrixClaims(prose, context);
    if (context.sentences) yield* sentenceClaims(prose, context);
  }

  private *output(prose: Prose, context: Context): Generator<ClaimFields> {
    yield* matrixClaims(prose, context);
    if (hasReport(prose)) return yield* reportClaims(prose, context);
    for (const line of linesOf(prose)) yield* lineClaims(line, { ...context, sentences: false });
  }

  private *list(list: List, context: Context, depth: number): Generator<ClaimFields> {
    for (const item of list.children) {
      const [first, ...rest] = item.children;
      if (first?.type !== "paragraph") {
        yield* this.walk(item.children, context, depth + 1);
        continue;
      }
      const prose = proseOf(flatten(first.children, this.source.text), this.source.place);
      yield* matrixClaims(prose, context);
      yield* lineClaims(prose, context);
      const below = withLead(context, prose);
      const known = speaksOfTheModel(prose, 0, prose.tokens.length, context.self) || below?.matrix;
      if (below && known) yield* this.walk(rest, below, depth + 1);
    }
  }
}

function* linesOf(prose: Prose): Generator<Prose> {
  let first = 0;
  for (let index = 0; index <= prose.tokens.length; index += 1) {
    if (index < prose.tokens.length && prose.tokens[index]!.text !== "\n") continue;
    if (index > first) yield part(prose, first, index);
    first = index + 1;
  }
}

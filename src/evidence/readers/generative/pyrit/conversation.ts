import type { Place } from "../../../../documents/place.ts";
import type { Json } from "../../../output/json.ts";
import type { AttemptGroup, AttemptOutcome } from "../attempt-groups.ts";
import { typeOf } from "./identifier.ts";
import { type Score, scoreOf } from "./score.ts";

/** The conversation in which an attack was tried, piece by piece. */
export class Conversation {
  readonly at: Place;
  private readonly first: Json;
  private readonly converters = new Set<string>();
  private answer: string | null = null;
  private score: Score | null = null;
  private unjudged: Score | null = null;

  constructor(first: Json) {
    this.first = first;
    this.at = first.at;
  }

  add(piece: Json): void {
    for (const converter of piece.get("converter_identifiers").items()) {
      const type = typeOf(converter);
      if (type !== null) this.converters.add(type);
    }
    if (piece.get("role").text() === "assistant") this.answer = piece.get("response_error").text() ?? "none";
    for (const each of piece.get("scores").items()) this.judge(scoreOf(each));
  }

  /** Scores that were given on a scale, for which the file has no threshold. */
  get onScale(): boolean {
    return this.score === null && this.unjudged !== null;
  }

  /**
   * An attack succeeds when any scorer says so. What the target's own filter blocked was resisted; a conversation
   * without an answer failed to run.
   */
  get outcome(): AttemptOutcome {
    if (this.score !== null) return this.score.broke === true ? "broke" : "held";
    if (this.answer === "blocked") return "held";
    return this.answer === "none" || this.answer === "empty" ? "unscored" : "error";
  }

  get group(): AttemptGroup {
    const deciding = this.score ?? this.unjudged;
    const harm = this.first.get("targeted_harm_categories", 0).text();
    const attack = this.first.get("attack_identifier");
    return {
      target: typeOf(this.first.get("prompt_target_identifier")),
      suite: typeOf(attack.exists ? attack : this.first.get("orchestrator_identifier")) ?? "pyrit",
      category: deciding?.category ?? harm ?? "no category",
      strategy: this.converters.size === 0 ? null : [...this.converters].join("+"),
      judge: deciding?.judge ?? null,
      adversarial: true,
    };
  }

  private judge(score: Score): void {
    if (score.broke === null) this.unjudged ??= score;
    else if (this.score === null || (score.broke && this.score.broke === false)) this.score = score;
  }
}

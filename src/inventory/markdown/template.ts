import { isPlaceholder } from "../placeholder.ts";

/**
 * Text that a template asks for instead of an answer: an instruction, a question, a bracketed blank, a label with
 * nothing behind it, or one of the prompts of the published card outlines.
 */
export function isTemplateText(text: string): boolean {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain === "" || isPlaceholder(plain)) return true;
  if (plain.length > LONGEST_PROMPT) return false;
  return (
    INSTRUCTION.test(plain) ||
    QUESTION.test(plain) ||
    EMPTY_LABEL.test(plain) ||
    BLANK.test(plain) ||
    PROMPTS.has(bare(plain))
  );
}

const LONGEST_PROMPT = 400;
const INSTRUCTION =
  /^[_*([\s]*(please (include|describe|provide|add|list|specify|fill|explain)|describe (the|your|how|what|any|who|here)|explain (the|your|how|what|any)|give your|specify (the|your|any|how)|summari[sz]e (the|your|any)|list (the|any|all|known|your|key|here)|provide (a|an|the|details|information|any|your|links?) |insert |fill in|add (a|an|the|your|any|details|information) |include (a|the|any|details|information) |state (the|any|your)|discuss (any|the|how)|identify (the|any|all|who)|mention (the|any)|for additional information see|avoid code here|no need for|prompts:?$|example:?$|this section (provides|is meant|describes|should|addresses)|use cases that were envisioned|basic information about the model)/i;
const QUESTION =
  /^[-*•\s]*(what|who|how|which|where|why|when|is|are|does|do|did|can|should|will|were|was|has|have)\b[^.!]{0,300}\?[\s)\]_*]*$/i;
const EMPTY_LABEL = /^[\p{L}\p{N} ()/_-]{1,60}:$/u;
const BLANK =
  /^[^:]{1,60}:\s*[<[{(_*]*\s*(your|insert|enter|add|name of|describe|description of|version of|list|e\.g\.?|email or|team or|date of|tbd|todo|n\/a|x+)\b[^.]{0,120}[>\]})_*]+\.?$/i;

const PROMPTS = new Set(
  `person or organization developing model|model date|model version|model type|citation details|license|paper or other resource for more information|
information about training algorithms parameters fairness constraints or other applied approaches and features|
where to send questions or comments about the model|primary intended uses|primary intended users|out of scope use cases|relevant factors|evaluation factors|
model performance measures|decision thresholds|variation approaches|approaches to uncertainty and variability|datasets|motivation|preprocessing|unitary results|intersectional results|
information about training algorithms parameters fair ness constraints or other applied approaches and features`
    .split("|")
    .map((prompt) => prompt.trim()),
);

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

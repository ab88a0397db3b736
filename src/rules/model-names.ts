import { posix } from "node:path";
import type { Model } from "../inventory/model.ts";

/** The words for a place that a tool writes before a model's name: "openai:chat:gpt-4o", "models:/credit/3". */
const WORD_BEFORE = /^[\w.-]{1,40}(?::\/{0,2}|\/)/;
const MOST_BEFORE = 4;
const LONGEST = 300;
/** What a registry writes after the name: "models:/credit/3". */
const VERSION_AFTER = /\/v?\d{1,9}(?:\.\d{1,9}){0,3}$/;
/** What a supplier writes after the name of one and the same model: a date, or a tag for the newest. */
const DATE_AFTER = /(?:[-@](?:20\d{2}-?\d{2}-?\d{2}|latest)|:latest)$/;
const FILE_ENDING =
  /\.(?:onnx|pkl|pickle|joblib|json|pt|pth|bin|safetensors|gguf|h5|keras|ubj|cbm|model|txt)$/;

/** A model's name without who serves it, its date and its punctuation: two spellings of one model are equal. */
export function plainName(written: string): string {
  let name = written
    .slice(0, LONGEST)
    .trim()
    .toLowerCase()
    .replace(/^[./]+/, "")
    .replace(VERSION_AFTER, "")
    .replace(DATE_AFTER, "");
  for (let words = 0; words < MOST_BEFORE; words++) {
    const rest = name.replace(WORD_BEFORE, "");
    // What follows is a size and no name: "llama3:8b".
    if (rest === name || /^[\d.]*b?$/.test(rest)) break;
    name = rest;
  }
  return letters(name.replace(FILE_ENDING, ""));
}

function letters(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Whether what a tool calls its model is this one, one that it is built on, or another. */
export type Whose = (written: string) => "own" | "base" | "other";

export function whoseModel({ id, name, artifacts, baseModels }: Model): Whose {
  const files = artifacts.flatMap(({ path }) => (path ? [posix.basename(path.value)] : []));
  const own = new Set([id.value, ...(name ? [name.value] : []), ...files].flatMap(spellings));
  const base = new Set(baseModels.flatMap((model) => spellings(model.name.value)));
  return (written) => {
    const names = spellings(written);
    if (names.some((spelling) => own.has(spelling))) return "own";
    return names.some((spelling) => base.has(spelling)) ? "base" : "other";
  };
}

function spellings(written: string): string[] {
  return [plainName(written), letters(written.slice(0, LONGEST).toLowerCase())].filter(Boolean);
}

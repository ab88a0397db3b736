const UNSAFE_IN_A_LOG =
  /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]|#(?=#)/gu;

/**
 * JSON with two blanks of indent and a last newline. Hidden characters and `##`, by which a build log takes
 * orders, are written as `\uXXXX`: a parser reads the same data, a terminal and a runner find nothing to obey.
 */
export function serialise(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(UNSAFE_IN_A_LOG, escaped)}\n`;
}

function escaped(character: string): string {
  if (character === "\n") return character;
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }).join("");
}

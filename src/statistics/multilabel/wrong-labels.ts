import type { Decided } from "./tally.ts";

/** By row, how many labels it is decided to have and has not, or has and is not decided to. */
export function wrongLabels({ truth, decision }: Decided): Int32Array {
  const wrong = new Int32Array(truth[0]?.length ?? 0);
  for (let label = 0; label < truth.length; label++) {
    const [trueRows, saidRows] = [truth[label]!, decision[label]!];
    for (let row = 0; row < wrong.length; row++) wrong[row]! += trueRows[row]! ^ saidRows[row]!;
  }
  return wrong;
}

import type { Grid } from "../../numpy/grid.ts";
import type { Parts } from "./parts.ts";

/** SHAP values as rows of features, each with one number for each output of the model. */
export interface Explanation {
  readonly features: readonly string[];
  readonly rows: number;
  readonly outputs: number;
  at(row: number, feature: number, output: number): number;
}

/** The axes of the values by their sizes; or inside a sentence why they cannot be told. */
export function explanationOf({ values, features, base }: Parts): Explanation | string {
  const { shape } = values;
  const named = features?.length ?? null;
  const fits = (size: number | undefined) => named === null || size === named;
  const [first = 0, second = 0, third = 0] = shape;
  const unlike = `its values are ${shape.join(" × ") || "one number"}, and it names ${named} features`;
  switch (shape.length) {
    case 1:
      return fits(first) ? along(values, features, [1, first, 1], [0, 1, 0]) : unlike;
    case 2:
      return fits(second) ? along(values, features, [first, second, 1], [second, 1, 0]) : unlike;
    case 3: {
      const outputs = base?.shape.at(-1) ?? null;
      if (second === third && second > 1 && outputs !== second)
        return `its values are ${shape.join(" × ")}, which may be interactions of features`;
      if (fits(second)) return along(values, features, [first, second, third], [second * third, third, 1]);
      if (fits(third)) return along(values, features, [second, third, first], [third, 1, second * third]);
      return unlike;
    }
    default:
      return `its values have ${shape.length} dimensions`;
  }
}

type Three = readonly [rows: number, features: number, outputs: number];

function along({ values }: Grid, names: Parts["features"], sizes: Three, steps: Three): Explanation {
  const [rows, width, outputs] = sizes;
  const features = names ?? Array.from({ length: width }, (_, index) => `feature ${index}`);
  const [byRow, byFeature, byOutput] = steps;
  const at = (row: number, feature: number, output: number) =>
    values[row * byRow + feature * byFeature + output * byOutput] ?? Number.NaN;
  return { features, rows, outputs, at };
}

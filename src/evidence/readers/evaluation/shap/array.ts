import { defineReader } from "../../../output/reader.ts";
import { npyArray } from "../../numpy/array.ts";
import { isNpy } from "../../numpy/header.ts";
import { TOOL } from "./parts.ts";
import { readingOf, refusal } from "./reading.ts";

const PICKLE = 0x80;

/** One array alone, when the card says that it is SHAP's: an array of numbers says nothing of what it is. */
export const shapArray = defineReader<"bytes">({
  tool: TOOL,
  form: "bytes",
  whenDeclared: true,
  about: {
    versions: ["NumPy's formats 1.0 to 3.0"],
    detectedBy: "a `.npy` file of 4- or 8-byte floats or integers, where the card has `kind: shap`",
    notRead: "pickles and arrays of Python objects, which are never loaded",
  },
  recognises: ({ head }) => isNpy(head) || head[0] === PICKLE,
  async read({ file, head, path }, caps) {
    if (!isNpy(head)) return refusal("it is a pickle, which is never loaded");
    const values = await npyArray(file, caps);
    if (typeof values === "string") return refusal(values);
    const names = { values: "it", base: "", predictions: "" };
    const at = { path, line: 1, column: 1, pointer: "" };
    return readingOf({
      values,
      names,
      features: null,
      base: null,
      predictions: null,
      means: [],
      halfDigit: 0,
      at,
    });
  },
});

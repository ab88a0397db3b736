let segmenter: Intl.Segmenter | undefined;

/** What readers see as characters, with where each starts. The segmenter is made at first use: it takes longer to make than most reports to write. */
export function graphemesOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return segmenter.segment(text);
}

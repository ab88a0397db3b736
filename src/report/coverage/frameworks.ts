/** The frameworks that a control can have a place in, and what they are called; `controls/frameworks/` has one file for each. */
export const FRAMEWORK_NAMES = {
  "nist-ai-rmf": "NIST AI RMF 1.0",
  "nist-ai-600-1": "NIST AI 600-1",
  "iso-42001": "ISO/IEC 42001 Annex A",
  "iso-23894": "ISO/IEC 23894",
  "eu-ai-act": "EU AI Act",
  "sr-11-7": "SR 11-7",
  "soc-2": "SOC 2",
} as const;

export type FrameworkId = keyof typeof FRAMEWORK_NAMES;

export const FRAMEWORKS = Object.keys(FRAMEWORK_NAMES) as readonly FrameworkId[];

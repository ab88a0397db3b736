import { DELTA } from "./delta.ts";
import { EXACT } from "./exact.ts";
import { RESAMPLED } from "./resampled.ts";
import { SIMULATED } from "./simulated.ts";
import type { Study } from "./study.ts";

export interface Section {
  readonly title: string;
  readonly studies: readonly Study[];
  /** What others report of these methods, with the source. */
  readonly published: string;
}

const ALL = [...EXACT, ...DELTA, ...SIMULATED, ...RESAMPLED];

function studies(...methods: readonly string[]): readonly Study[] {
  return ALL.filter(({ method }) =>
    methods.some((wanted) => method === wanted || method.startsWith(`${wanted},`)),
  );
}

function only(method: string): readonly Study[] {
  return ALL.filter((study) => study.method === method);
}

export const SECTIONS: readonly Section[] = [
  {
    title: "A share of rows",
    studies: studies("Wilson", "Clopper–Pearson"),
    published:
      "Brown, Cai and DasGupta (Statistical Science 16 (2001) 101–133) recommend Wilson's for small n, its coverage swinging about the nominal level with dips near 0 and 1, and call Clopper and Pearson's wastefully conservative; theirs alone never falls below the level. " +
      "The deepest dip follows from Wilson's formula: just below a share of 0.1765/n only a count of 0 still covers, which has the chance e^−0.1765, or 83.8 %. A grid in steps of 0.01 passes it by where n is large. " +
      "So the rows that a claim needs are counted by Clopper and Pearson's (`rows-to-show.ts`), and what is reported has Wilson's.",
  },
  {
    title: "A difference of two shares",
    studies: [...studies("Newcombe"), ...only("Miettinen–Nurminen")],
    published:
      "Newcombe (Statistics in Medicine 17 (1998) 873–890) finds that Miettinen and Nurminen's performs well and that his own method 10, two Wilson intervals put together, performs well too without a search. " +
      "Fagerland, Lydersen and Laake (Statistical Methods in Medical Research 24 (2015) 224–254) review them and warn of Wald's, which is not used here.",
  },
  {
    title: "A ratio of two shares",
    studies: [...studies("Koopman"), ...only("Miettinen–Nurminen, ratio")],
    published:
      "Fagerland, Lydersen and Laake (2015, as above) warn of the log interval of Katz in small samples; Koopman's is among the better ones that they describe. Miettinen and Nurminen's is Koopman's with the variance times N / (N − 1), so it covers as much or more.",
  },
  {
    title: "A difference of two shares of the same rows",
    studies: studies("Tango"),
    published:
      "Tango (Statistics in Medicine 17 (1998) 891–908) finds the score interval near its level where others of its time fall short; Fagerland, Lydersen and Laake (Statistics in Medicine 33 (2014) 2850–2875) recommend it among those for paired shares.",
  },
  {
    title: "The area under the ROC curve",
    studies: studies("DeLong"),
    published:
      "Obuchowski and Lieber (Academic Radiology 5 (1998) 561–571) and Kottas, Kuss and Zapf (BMC Medical Research Methodology 14:26 (2014)) report that intervals of its kind cover too little for areas near 1 and for small samples. Scores that separate the classes fully have no interval here.",
  },
  {
    title: "Metrics of a confusion matrix",
    studies: studies("Delta").filter(({ method }) => method !== "Delta, R²"),
    published:
      "The delta method holds for many rows (Agresti, Categorical Data Analysis, 3rd ed. (2013), section 16.1); Takahashi and others (Applied Intelligence 52 (2022) 4961–4972) give it for averaged F1. It is symmetric, so it covers too little where the metric is near its bound or rests on a handful of rows of one class, as the least coverage shows.",
  },
  {
    title: "Means of one number per row",
    studies: [...studies("Student"), ...only("Delta, R²")],
    published:
      "Student's is exact for normal rows. For skewed ones it falls short in proportion to the skewness over √n (Boos and Hughes-Oliver, The American Statistician 54 (2000) 121–128): squared errors are skewed, signed errors need not be. R² has the delta method for a ratio of means (Cochran, Sampling Techniques, 3rd ed. (1977), section 2.11), with normal in place of Student's quantiles.",
  },
  {
    title: "The bootstrap",
    studies: studies("Bootstrap percentile", "Bootstrap BCa"),
    published:
      "Percentile intervals err in the first order of 1/√n, BCa in the second (Efron, JASA 82 (1987) 171–185; DiCiccio and Efron, Statistical Science 11 (1996) 189–228). Hesterberg (The American Statistician 69 (2015) 371–386) reports that percentile intervals are less accurate than Student's in small samples: they are too narrow.",
  },
];

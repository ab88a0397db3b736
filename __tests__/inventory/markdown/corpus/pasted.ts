import type { Snippet } from "../claims.ts";

const REPORT = `              precision    recall  f1-score   support

         ham       0.98      0.96      0.97       501
        spam       0.81      0.90      0.85       100

    accuracy                           0.95       601
   macro avg       0.90      0.93      0.91       601
weighted avg       0.95      0.95      0.95       601
`;
const REPORT_CLAIMS = (split: string) => [
  `precision 0.98${split} class=ham`,
  `recall 0.96${split} class=ham`,
  `f1-score 0.97${split} class=ham`,
  `support 501${split} class=ham`,
  `precision 0.81${split} class=spam`,
  `recall 0.90${split} class=spam`,
  `f1-score 0.85${split} class=spam`,
  `support 100${split} class=spam`,
  `accuracy 0.95${split} n=601`,
  `precision 0.90${split} average=macro`,
  `recall 0.93${split} average=macro`,
  `f1-score 0.91${split} average=macro`,
  `precision 0.95${split} average=weighted`,
  `recall 0.95${split} average=weighted`,
  `f1-score 0.95${split} average=weighted`,
];
const cell = (value: number, actual: string, predicted: string) =>
  `confusion_matrix ${value} actual=${actual} predicted=${predicted}`;
const TWO_BY_TWO = [cell(50, "#0", "#0"), cell(2, "#0", "#1"), cell(3, "#1", "#0"), cell(88, "#1", "#1")];

export const PASTED: readonly Snippet[] = [
  { name: "a report in a fence", card: `## Results\n\n\`\`\`\n${REPORT}\`\`\`\n`, claims: REPORT_CLAIMS("") },
  {
    name: "a titled report in a fence",
    card: `## Results\n\n\`\`\`text\nTest set\n${REPORT}\`\`\`\n`,
    claims: REPORT_CLAIMS(" split=test"),
  },
  {
    name: "an indented report",
    card: `## Validation set\n\n${REPORT.replace(/^/gm, "    ")}\n`,
    claims: REPORT_CLAIMS(" split=validation"),
  },
  {
    name: "two reports that cannot be told apart",
    card: `## Results\n\n\`\`\`\n=== request ===\n${REPORT}\n=== offer ===\n${REPORT}\`\`\`\n`,
    claims: [],
  },
  {
    name: "a matrix in a fence",
    card: "## Confusion matrix\n\n```\n[[50  2]\n [ 3 88]]\n```\n",
    claims: TWO_BY_TWO,
  },
  {
    name: "an array behind its title",
    card: "## Results\n\nConfusion matrix:\n\n```\narray([[50,  2],\n       [ 3, 88]])\n```\n",
    claims: TWO_BY_TWO,
  },
  {
    name: "a matrix in a line",
    card: "## Results\n\nConfusion matrix: [[50, 2], [3, 88]]\n",
    claims: TWO_BY_TWO,
  },
  {
    name: "rows are predictions",
    card: "## Results\n\nConfusion matrix (rows are predicted):\n\n```\n[[50 3]\n [2 88]]\n```\n",
    claims: [cell(50, "#0", "#0"), cell(3, "#1", "#0"), cell(2, "#0", "#1"), cell(88, "#1", "#1")],
  },
  {
    name: "some other matrix",
    card: "## Results\n\nThe rotation is\n\n```\n[[1 0]\n [0 1]]\n```\n",
    claims: [],
  },
  {
    name: "a matrix as a table",
    card: "## Results\n\n| | Predicted legitimate | Predicted fraud |\n|---|---|---|\n| **Actual legitimate** | 56,642 | 9 |\n| **Actual fraud** | 26 | 69 |\n",
    claims: [
      "confusion_matrix 56,642 actual=legitimate predicted=legitimate",
      cell(9, "legitimate", "fraud"),
      cell(26, "fraud", "legitimate"),
      cell(69, "fraud", "fraud"),
    ],
  },
  {
    name: "a matrix table with a named corner, other way round",
    card: "## Results\n\n| Predicted \\ Actual | cat | dog |\n|---|---|---|\n| cat | 10 | 2 |\n| dog | 1 | 12 |\n",
    claims: [cell(10, "cat", "cat"), cell(2, "dog", "cat"), cell(1, "cat", "dog"), cell(12, "dog", "dog")],
  },
];

/** The files that the ready cards of docs/tiers.md are about, by path: the same bytes on every machine. */
export function evidenceOf(model: string): Readonly<Record<string, string>> {
  switch (model) {
    case "route-fuel":
      return { "test-predictions.csv": csv("id,y_true,y_pred", ROWS, 1, fuel) };
    case "ticket-queue":
      return {
        "evidence/train-ids.csv": csv("ticket", 2_400, 5, (_, row) => [`t${row}`]),
        "evidence/test-predictions.csv": csv(
          "ticket,queue,predicted,prob_billing,prob_delivery,prob_returns,language",
          ROWS,
          2,
          ticket,
        ),
      };
    case "credit-default":
      return {
        "model.onnx": "stands for the model's own bytes\n",
        "evidence/train.csv": csv("loan_id,income,debts,arrears,defaulted", 2_400, 4, (random, row) => [
          `l${row}`,
          ...[60_000, 30_000, 9].map((most) => String(Math.floor(most * random()))),
          random() < 0.3 ? "yes" : "no",
        ]),
        "evidence/shap.csv": csv(
          "shap_income,shap_debts,shap_arrears,base_value,prediction",
          ROWS,
          6,
          attributions,
        ),
        "evidence/test-predictions.csv": csv("loan_id,defaulted,probability,sex,age_band", ROWS, 3, loan),
      };
    default:
      throw new Error(`no evidence is made for ${model}`);
  }
}

const ROWS = 600;

type Random = () => number;
type Row = (random: Random, row: number) => readonly string[];

function csv(header: string, rows: number, seed: number, row: Row): string {
  const random = mulberry(seed);
  const lines = Array.from({ length: rows }, (_, index) => row(random, index + 1).join(","));
  return `${[header, ...lines].join("\n")}\n`;
}

function fuel(random: Random, row: number): readonly string[] {
  const litres = 8 + 30 * random();
  return [`r${row}`, litres.toFixed(1), (litres + 4 * (random() - 0.5)).toFixed(1)];
}

const QUEUES = ["billing", "delivery", "returns"] as const;
const LANGUAGES = ["de", "en", "fr"] as const;

function ticket(random: Random, row: number): readonly string[] {
  const truth = Math.floor(3 * random());
  const weights = QUEUES.map((_, queue) => 1 + 16 * random() + (queue === truth ? 10 : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const [billing = 0, delivery = 0] = weights.map((weight) => Math.round((1000 * weight) / total));
  const thousandths = [billing, delivery, 1000 - billing - delivery];
  const predicted = QUEUES[thousandths.indexOf(Math.max(...thousandths))]!;
  const scores = thousandths.map((score) => (score / 1000).toFixed(3));
  return [`t${2_400 + row}`, QUEUES[truth]!, predicted, ...scores, LANGUAGES[Math.floor(3 * random())]!];
}

function loan(random: Random, row: number): readonly string[] {
  const defaulted = random() < 0.3;
  const probability = (defaulted ? 0.3 : 0.02) + 0.6 * random();
  const sex = random() < 0.5 ? "female" : "male";
  const age = ["under-30", "30-to-54", "55-and-over"][Math.floor(3 * random())]!;
  return [`l${2_400 + row}`, defaulted ? "yes" : "no", probability.toFixed(4), sex, age];
}

function attributions(random: Random): readonly string[] {
  const values = [3, 2, 1].map((most) => Math.round(1000 * most * (random() - 0.5)) / 1000);
  const base = -1;
  const sum = values.reduce((total, value) => total + value, base);
  return [...values, base, sum].map((value) => value.toFixed(3));
}

/** A generator of 32 bits of state, after Tommy Ettinger's mulberry32. */
function mulberry(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

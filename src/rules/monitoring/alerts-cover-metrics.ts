import { nearest } from "../../documents/nearest.ts";
import { defineRule } from "../rule.ts";
import type { Subject } from "../subject.ts";
import { cannotTell, finding, fine, notApplicable, type Verdict } from "../verdict.ts";
import { Alerts } from "./alerts.ts";
import { type Routes, routesOf, undelivered } from "./delivery.ts";
import { type Shortcoming, shortcoming } from "./shortcoming.ts";
import { type Watched, watchedIn } from "./watched.ts";

interface Parameters {
  readonly required: boolean;
}

export default defineRule<Parameters>({
  id: "monitoring/alerts-cover-metrics",
  question:
    "Does every metric that the model was approved by have an alert that fires in time and reaches someone?",
  why: "A model is approved by numbers that were true on one day. Monitoring that is promised in prose, that fires when the metric is good, or that is routed to a receiver without an address, tells no one when they stop being true.",
  controls: ["MON-01", "MON-02", "MON-03"],
  remedy: {
    says: "Name the alert rules and the routes in the card. The alert has to fire on the bad side of the limit, no later than it, and its labels have to lead to a receiver that delivers.",
    yaml: `
monitoring:
  metrics: [{ name: recall, threshold: 0.6, alert: RecallBelowLimit }]
evidence:
  - { path: monitoring/rules.yml } # expr: credit_default_recall < 0.6
  - { path: monitoring/alertmanager.yml }
`,
  },
  example: {
    failing: {
      "model-card.yaml": `
model: { id: pumps, task: binary-classification }
monitoring: { metrics: [{ name: recall, threshold: 0.6, alert: PumpRecallLow }] }
evidence: [{ path: rules.yml }, { path: alertmanager.yml }]
`,
      "rules.yml": `
groups:
  - name: pumps
    rules:
      - { alert: PumpRecallLow, expr: pump_recall > 0.6, for: 1h, labels: { team: workshop } }
`,
      "alertmanager.yml": `
route: { receiver: nobody, routes: [{ receiver: workshop, matchers: [team="workshop"] }] }
receivers:
  - { name: nobody }
  - { name: workshop, email_configs: [{ to: workshop@example.com }] }
`,
    },
    passing: {
      "rules.yml": { "> 0.6": "< 0.6" },
    },
  },
  parameters: {
    required: {
      description:
        "Alerts must be shown. Otherwise they are judged where a file with alerts is among the evidence.",
      stricter: "true",
      default: false,
      type: "boolean",
    },
  },
  reads: ["alert", "route"],
  needs: () => [],
  *check(subject, _measured, { required }) {
    const { after } = subject;
    const alerts = new Alerts(after);
    const watched = watchedIn(after.model);
    if (alerts.size === 0 && !required) yield notApplicable("no tool's file has an alert");
    else if (watched.length === 0) yield unknown(subject);
    else if (alerts.size === 0) {
      const fix = "name the alert rules and the routes in `evidence`, such as rules.yml and alertmanager.yml";
      const says = `no file shows an alert, and the card has ${watched.length} metrics to watch`;
      yield finding({
        about: "alerts|none",
        at: after.model.evidence[0]?.at ?? after.model.id.at,
        says,
        fix,
      });
    } else {
      const routes = routesOf(after);
      for (const metric of watched) yield judge(metric, alerts, routes);
    }
  },
});

function unknown({ after }: Subject): Verdict {
  return cannotTell({
    about: "metrics|none",
    at: after.model.id.at,
    says: "the card names no metric that an alert should watch",
    needs: "add `monitoring: { metrics: [{ name: …, threshold: …, alert: … }] }`",
  });
}

function judge(watched: Watched, alerts: Alerts, routes: Routes): Verdict {
  const { name, key, at } = watched;
  const about = `alert|${key}`;
  const candidates = alerts.for(watched);
  let best: (Shortcoming & { readonly of: string }) | null = null;
  for (const candidate of candidates) {
    const wrong = shortcoming(candidate, watched) ?? undelivered(candidate.shown, routes);
    const of = candidate.shown.fact.name;
    if (wrong === null)
      return fine({ checked: `${name}: the alert ${of} fires in time and reaches someone` });
    if (best === null || wrong.step > best.step) best = { ...wrong, of };
  }
  if (best === null) return missing(watched, alerts);
  const subject = `the alert ${best.of} for ${name}`;
  if (best.outcome === "finding")
    return finding({ about, at, says: `${subject} does not do: ${best.says}`, fix: best.fix });
  return cannotTell({ about, at, says: `${subject} cannot be relied on: ${best.says}`, needs: best.fix });
}

function missing({ name, alert, key, bad, limits, at }: Watched, { names }: Alerts): Verdict {
  const about = `alert|${key}`;
  if (alert !== null) {
    const near = nearest(alert, names);
    const fix = near === null ? "name the file that has it in `evidence`" : `write \`alert: ${near}\``;
    return finding({
      about,
      at,
      says: `no file has the alert ${alert}, which the card names for ${name}`,
      fix,
    });
  }
  const when = bad === null ? "…" : `${bad === "above" ? ">" : "<"} ${limits[0] ?? "…"}`;
  const fix = `add an alert such as \`${key} ${when}\`, or name the one there is: \`monitoring: { metrics: [{ name: ${name}, alert: … }] }\``;
  return finding({ about, at, says: `no alert watches ${name}`, fix });
}

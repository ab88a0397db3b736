/** What a key of a list, a line or a two-column table says of the model, by the native path it fills. */
const KEYS: Readonly<Record<string, string>> = {
  "model.name": "model name|name|modelo|название",
  "model.version": "version|model version|release version|current version|versión|версия",
  "model.license": "license|licence|license code|model license|license model|licencia",
  "model.task":
    "task|task type|problem type|model task|model type|type|problem|ml task|tarea|type of model|task family",
  "model.lifecycle": "lifecycle|lifecycle stage|stage|lifecycle status",
  "model.base_models":
    "base model|base checkpoint|fine tuned from|finetuned from|finetuned from model|pretrained model|foundation model",
  "model.id": "model id|model identifier|inventory id",
  "risk.tier": "risk tier|tier|risk rating|model tier|model risk tier",
  "risk.rationale": "rationale|tier rationale|risk rationale",
  "risk.factors.domain": "domain|business domain|application domain",
  "risk.factors.autonomy": "autonomy|degree of autonomy",
  "risk.factors.people_affected": "people affected|persons affected|number of people affected",
  "risk.factors.sensitive_attributes": "sensitive attributes|protected attributes|sensitive features",
  "risk.factors.external_facing": "external facing|externally facing|customer facing",
  "risk.factors.generative": "generative",
  "risk.factors.tool_use": "tool use|uses tools",
  "risk.factors.regulated": "regulated|regulated use",
  "validation.next_review": "next review|next review date|review due|next validation|next validation date",
  "prediction.threshold":
    "threshold|decision threshold|classification threshold|operating threshold|probability threshold|selected threshold|chosen threshold|cutoff|umbral",
  "prediction.positive_class": "positive class|positive label",
  "prediction.classes": "classes|labels|output classes|target classes|class labels|class names",
  "use.intended":
    "intended use|intended uses|primary use|primary use case|primary use cases|purpose|primary intended use|primary intended uses|in scope|uso previsto|primary purpose",
  "use.users": "intended users|users|primary users|primary intended users|target users|intended audience",
  "use.out_of_scope":
    "out of scope|out of scope use|out of scope uses|out of scope use cases|not intended for|not for|prohibited uses|fuera de alcance",
  "use.fallback": "fallback",
  "use.human_oversight": "human oversight|human review",
  limitations: "limitations|known limitations",
  "owner:":
    "owner|owners|model owner|team|maintainer|maintainers|maintained by|person or organization developing model|organization|organisation",
  "owner:developer":
    "author|authors|developer|developers|developed by|model developer|model developers|created by|built by|autor|trained by",
  "owner:business": "business owner|product owner",
  "owner:production": "production owner|operations owner",
  "owner:validator": "validator|validated by|independent validator",
  "kind:":
    "architecture|algorithm|model|model family|estimator|classifier|modelo|framework and model|model architecture|primary model|main model",
  "contact:": "contact|contacts|email|e mail|contact information|point of contact",
};

export const FACT_KEYS: ReadonlyMap<string, string> = new Map(
  Object.entries(KEYS).flatMap(([path, names]) => names.split("|").map((name) => [name, path] as const)),
);

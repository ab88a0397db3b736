import type { CelInput } from "@bufbuild/cel";
import type { Dossier } from "../../case/dossier.ts";
import { asInput, type Given } from "../../expressions/value.ts";
import type { Measured } from "../../measurement/measured.ts";
import type { Subject } from "../subject.ts";
import { cardGiven } from "./card-given.ts";
import { claimsBefore, claimsGiven } from "./claims-given.ts";
import { evidenceGiven } from "./evidence-given.ts";
import { stated } from "./stated.ts";

/** Made once for a model, however many rules look at it. */
const CARDS = new WeakMap<Dossier, CelInput>();
const EVIDENCE = new WeakMap<Dossier, CelInput>();
const BEFORE = new WeakMap<Dossier, CelInput>();
const CLAIMS = new WeakMap<Measured, CelInput>();

/** The value of a variable of the view, `measured` aside, for one model. */
export function givenFor(name: string, subject: Subject, measured: Measured): CelInput {
  const { after, before, tiering, bindings, stage, asOf } = subject;
  switch (name) {
    case "card":
      return cardOf(after);
    case "evidence":
      return once(EVIDENCE, after, () => evidenceGiven(after));
    case "claims":
      return once(CLAIMS, measured, () => claimsGiven(bindings, measured));
    case "before":
      return before ? once(BEFORE, before, () => beforeGiven(before)) : asInput({});
    case "tier": {
      const { declared, computed, effective, domains } = tiering;
      return asInput(stated({ declared, computed, effective, domains }));
    }
    case "stage":
      return stage;
    case "as_of":
      return asInput(new Date(`${asOf}T00:00:00Z`));
    default:
      throw new RangeError(`the view has no ${name}`);
  }
}

function cardOf(dossier: Dossier): CelInput {
  return once(CARDS, dossier, () => cardGiven(dossier.card.root));
}

function beforeGiven({ card, model }: Dossier): Given {
  return { card: cardGiven(card.root), claims: claimsBefore(model.claims) };
}

function once<K extends object>(made: WeakMap<K, CelInput>, key: K, make: () => Given): CelInput {
  const known = made.get(key);
  if (known !== undefined) return known;
  const input = asInput(make());
  made.set(key, input);
  return input;
}

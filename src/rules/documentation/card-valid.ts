import { defineRule } from "../rule.ts";
import { finding, fine } from "../verdict.ts";

export default defineRule({
  id: "documentation/card-valid",
  question: "Can the card be read, and does it say only what the format knows?",
  why: "A misspelt key is a statement that no one reads. What cannot be parsed cannot be checked, and is therefore not evidence of anything.",
  controls: ["DOC-01"],
  parameters: {},
  tellsOfUnread: true,
  needs: () => [],
  *check({ after }) {
    const { card } = after;
    for (const { code, about, at, says, fix } of card.problems)
      yield finding({ about: `${code}|${about}`, at, says, fix });
    if (card.problems.length === 0) yield fine({ checked: `${card.sources.join(" and ")} can be read` });
  },
});

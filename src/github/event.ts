import { type Change, EVENTS, type EventName } from "./change.ts";
import { commitIn, type Environment, repositoryIn, urlIn } from "./environment.ts";
import { commitField, fieldIn, numberField } from "./payload.ts";
import { SetupError } from "./setup-error.ts";

type Sides = Pick<Change, "pullNumber" | "headSha" | "evaluatedSha" | "baseSha" | "fromFork">;

/**
 * What a workflow event asks to have judged. The payload is checked, never trusted.
 * @throws SetupError naming the event, payload field or variable that is missing or wrong.
 */
export function changeFrom(eventName: string, payload: unknown, env: Environment): Change {
  const kind = knownEvent(eventName);
  return {
    kind,
    ...sidesOf(kind, payload, commitIn(env)),
    repository: repositoryIn(env),
    serverUrl: urlIn(env, "GITHUB_SERVER_URL"),
    apiUrl: urlIn(env, "GITHUB_API_URL"),
  };
}

function knownEvent(name: string): EventName {
  const kind = EVENTS.find((event) => event === name);
  if (kind !== undefined) return kind;
  const says = `The event "${name.slice(0, 60)}" does not say which commit to judge; use one of ${EVENTS.join(", ")}.`;
  throw new SetupError("event", "GITHUB_EVENT_NAME", says);
}

function sidesOf(kind: EventName, payload: unknown, runSha: string): Sides {
  switch (kind) {
    case "pull_request":
    case "pull_request_review":
      return pullRequest(payload, runSha);
    case "pull_request_target":
      // The run's own commit is the base here: to judge it would pass every pull request unseen.
      return pullRequest(payload, commitField(payload, "pull_request.head.sha"));
    case "merge_group":
      return { ...alone(runSha), baseSha: commitField(payload, "merge_group.base_sha") };
    case "push":
      return { ...alone(runSha), baseSha: pushedFrom(payload) };
    case "workflow_dispatch":
    case "deployment":
    case "release":
    case "schedule":
      return alone(runSha);
  }
}

function pullRequest(payload: unknown, evaluatedSha: string): Sides {
  return {
    pullNumber: numberField(payload, "pull_request.number"),
    headSha: commitField(payload, "pull_request.head.sha"),
    evaluatedSha,
    baseSha: commitField(payload, "pull_request.base.sha"),
    fromFork: isFromFork(payload),
  };
}

/** A deleted fork leaves `head.repo` null. */
function isFromFork(payload: unknown): boolean {
  const base = numberField(payload, "pull_request.base.repo.id");
  return fieldIn(payload, "pull_request.head.repo.id") !== base;
}

function alone(runSha: string): Sides {
  return { pullNumber: null, headSha: runSha, evaluatedSha: runSha, baseSha: null, fromFork: false };
}

/** The first push of a branch has no commit before it. */
function pushedFrom(payload: unknown): string | null {
  const before = fieldIn(payload, "before");
  if (typeof before === "string" && /^0+$/.test(before)) return null;
  return commitField(payload, "before");
}

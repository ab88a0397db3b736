export interface Sides {
  readonly slug: string;
  readonly number: number;
  readonly baseSha: string;
  readonly headSha: string;
  readonly mergeSha: string;
  readonly fromFork: boolean;
}

const BASE_REPOSITORY = 700_000_001;
const FORK_REPOSITORY = 700_000_002;

/** The body of a `pull_request` event, with GitHub's names and nesting for what a workflow may look at. */
export function pullRequestPayload(sides: Sides): object {
  const { slug, number, baseSha, headSha, mergeSha, fromFork } = sides;
  const [owner = "", name = ""] = slug.split("/");
  const base = repository(BASE_REPOSITORY, owner, name, false);
  const head = fromFork ? repository(FORK_REPOSITORY, "octocat", name, true) : base;
  return {
    action: "synchronize",
    number,
    pull_request: {
      id: 1_900_000_007,
      number,
      state: "open",
      locked: false,
      draft: false,
      title: "Retrain on the first quarter",
      user: { login: "octocat", id: 583231, type: "User" },
      body: null,
      merge_commit_sha: mergeSha,
      html_url: `https://github.com/${slug}/pull/${number}`,
      comments_url: `https://api.github.com/repos/${slug}/issues/${number}/comments`,
      head: { label: `${head.owner.login}:retrain`, ref: "retrain", sha: headSha, repo: head },
      base: { label: `${owner}:main`, ref: "main", sha: baseSha, repo: base },
      author_association: fromFork ? "CONTRIBUTOR" : "MEMBER",
      merged: false,
    },
    repository: base,
    sender: { login: "octocat", id: 583231, type: "User" },
  };
}

function repository(id: number, owner: string, name: string, fork: boolean) {
  return {
    id,
    name,
    full_name: `${owner}/${name}`,
    private: false,
    owner: { login: owner, type: fork ? "User" : "Organization" },
    html_url: `https://github.com/${owner}/${name}`,
    fork,
    default_branch: "main",
  };
}

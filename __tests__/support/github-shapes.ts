export interface Comment {
  readonly id: number;
  readonly pullNumber: number;
  readonly login: string;
  body: string;
  updates: number;
}

export interface Place {
  readonly apiUrl: string;
  readonly slug: string;
}

const TIME = "2026-03-31T12:00:00Z";

/** A comment as GitHub's REST API answers with it. */
export function asAnswer(comment: Comment, { apiUrl, slug }: Place): object {
  const api = `${apiUrl}/repos/${slug}/issues`;
  const url = `${api}/comments/${comment.id}`;
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url,
    html_url: `https://github.com/${slug}/pull/${comment.pullNumber}#issuecomment-${comment.id}`,
    issue_url: `${api}/${comment.pullNumber}`,
    user: user(comment.login, apiUrl),
    created_at: TIME,
    updated_at: TIME,
    author_association: "NONE",
    performed_via_github_app: null,
    body: comment.body,
    reactions: reactions(`${url}/reactions`),
  };
}

function user(login: string, apiUrl: string): object {
  const name = encodeURIComponent(login);
  const url = `${apiUrl}/users/${name}`;
  return {
    login,
    id: 41898282,
    node_id: "MDM6Qm90NDE4OTgyODI=",
    avatar_url: "https://avatars.githubusercontent.com/in/15368?v=4",
    gravatar_id: "",
    url,
    html_url: `https://github.com/${name}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: login.endsWith("[bot]") ? "Bot" : "User",
    user_view_type: "public",
    site_admin: false,
  };
}

function reactions(url: string): object {
  const none = { "+1": 0, "-1": 0, laugh: 0, hooray: 0, confused: 0, heart: 0, rocket: 0, eyes: 0 };
  return { url, total_count: 0, ...none };
}

import type { Correction } from './corrections';

const WAIT: Correction = {
  fetch: `  if (response.status === 429) {
-   return ask(body);
+   const seconds = Number(response.headers.get("Retry-After")) || 60;
+   await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
+   return ask(body);
  }`,
  axios: `  if (error.response?.status === 429) {
-   return axios(error.config);
+   const seconds = Number(error.response.headers["retry-after"]) || 60;
+   await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
+   return axios(error.config);
  }`,
  curl: `- until curl --fail "$URL" -H "Infuzu-API-Key: $INFUZU_API_KEY" --json @body.json; do :; done
+ curl --retry 3 "$URL" -H "Infuzu-API-Key: $INFUZU_API_KEY" --json @body.json
  # --retry waits as long as Retry-After says`,
  python: `  if response.status_code == 429:
+     time.sleep(int(response.headers.get("Retry-After", 60)))
      response = ask(body)`,
};

/**
 * Keeps the calls apart so that a window of so many minutes holds no more than its limit. Characters count by the
 * length of the JSON that carries them, which is no less.
 */
export function pacing(of: 'requests' | 'characters', limit: number, minutes: number): Correction {
  const pause = (minutes * 60_000) / limit;
  const seconds = pause / 1_000;
  const note = `${limit} ${of} in ${minutes} min`;
  const byLength = of === 'characters';
  const script = (text: string) => (byLength ? `${pause} * ${text}.length` : pause);
  return {
    fetch: `- await Promise.all(questions.map((question) => ask(question)));
+ for (const question of questions) {
+   await ask(question);
+   // ${note}
+   await new Promise((resolve) => setTimeout(resolve, ${script('question')}));
+ }`,
    axios: `- await Promise.all(bodies.map((body) => api.post("/llm-response", body)));
+ for (const body of bodies) {
+   await api.post("/llm-response", body);
+   // ${note}
+   await new Promise((resolve) => setTimeout(resolve, ${script('JSON.stringify(body)')}));
+ }`,
    curl: `  for body in bodies/*.json; do
    curl "$URL" -H "Infuzu-API-Key: $INFUZU_API_KEY" --json "@$body"
+   sleep ${byLength ? `$(wc -m < "$body" | awk '{print ${seconds} * $1}')` : seconds} # ${note}
  done`,
    python: `  for body in bodies:
      requests.post(url, headers=headers, json=body)
+     time.sleep(${seconds}${byLength ? ' * len(json.dumps(body))' : ''})  # ${note}`,
  };
}

export const answeredCorrections: Readonly<Record<string, Correction>> = {
  'rate-limit-exceeded': WAIT,
  'rate-limit-near': pacing('requests', 100, 1),
  'retry-too-soon': WAIT,
  'clock-skew': {
    fetch: `  // no change of code: set the clock of the machine
+ timedatectl set-ntp true`,
    axios: `  // no change of code: set the clock of the machine
+ timedatectl set-ntp true`,
    curl: `  # compare the clocks: the second line is the server's
  date -u
  curl -sI https://chat.infuzu.com/ | grep -i "^date:"
+ timedatectl set-ntp true`,
    python: `  # no change of code: set the clock of the machine
+ timedatectl set-ntp true`,
  },
  'error-body-undocumented': {
    fetch: `- const { errors } = await response.json();
+ const text = await response.text();
+ if (!response.ok) throw new Error(\`\${response.status}: \${text.slice(0, 200)}\`);
+ const { results } = JSON.parse(text);`,
    axios: `- const [{ code }] = error.response.data.errors;
+ const code = error.response?.data?.errors?.[0]?.code ?? error.response?.status;`,
    curl: `- curl -s "$URL" --json @body.json | jq .errors
+ curl -s --fail-with-body -w "%{http_code}" "$URL" --json @body.json`,
    python: `- errors = response.json()["errors"]
+ try:
+     errors = response.json()["errors"]
+ except (ValueError, KeyError):
+     raise RuntimeError(f"{response.status_code}: {response.text[:200]}")`,
  },
  'api-warnings': {
    fetch: `  const { results, warnings } = await response.json();
+ for (const { code, message } of warnings ?? []) console.warn(code, message);`,
    axios: `  const { data } = await api.post("/llm-response", body);
+ for (const { code, message } of data.warnings ?? []) console.warn(code, message);`,
    curl: `  curl -s "$URL" -H "Infuzu-API-Key: $INFUZU_API_KEY" --json @body.json \\
+   | jq '.warnings'`,
    python: `  answer = response.json()
+ for warning in answer.get("warnings", []):
+     logging.warning("%s: %s", warning["code"], warning["message"])`,
  },
};

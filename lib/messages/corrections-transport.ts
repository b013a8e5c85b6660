// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets hold the text of templates.
import type { Correction } from './corrections';

const HTTPS: Correction = {
  fetch: `- await fetch("http://chat.infuzu.com/api/llm-response", options);
+ await fetch("https://chat.infuzu.com/api/llm-response", options);`,
  axios: `- axios.create({ baseURL: "http://chat.infuzu.com/api" });
+ axios.create({ baseURL: "https://chat.infuzu.com/api" });`,
  curl: `- curl http://chat.infuzu.com/api/llm-response \\
+ curl https://chat.infuzu.com/api/llm-response \\
    -H "Infuzu-API-Key: $INFUZU_API_KEY" --json @body.json`,
  python: `- requests.post("http://chat.infuzu.com/api/llm-response", headers=headers, json=body)
+ requests.post("https://chat.infuzu.com/api/llm-response", headers=headers, json=body)`,
};

/** What a client can do about a redirect: go where it leads at once, and follow none unseen. */
const NO_REDIRECT: Correction = {
  fetch: `- await fetch(oldUrl, { method: "POST", headers, body });
+ await fetch("https://chat.infuzu.com/api/llm-response", {
+   method: "POST", headers, body, redirect: "error" });`,
  axios: `- await axios.post(oldUrl, body, { headers });
+ await axios.post("https://chat.infuzu.com/api/llm-response", body, {
+   headers, maxRedirects: 0 });`,
  curl: `- curl -L "$OLD_URL" \\
+ curl https://chat.infuzu.com/api/llm-response \\
    -H "Infuzu-API-Key: $INFUZU_API_KEY" --json @body.json`,
  python: `- requests.post(old_url, headers=headers, json=body)
+ requests.post("https://chat.infuzu.com/api/llm-response",
+     headers=headers, json=body, allow_redirects=False)`,
};

/** The way around CORS that is right anyway: the page asks its own server, which holds the key. */
const OWN_SERVER: Correction = {
  fetch: `  // in the page: ask your own server, which holds the key
- await fetch("https://chat.infuzu.com/api/llm-response", { method: "POST", headers, body });
+ await fetch("/api/ask", { method: "POST", headers: { "Content-Type": "application/json" }, body });`,
  axios: `  // in the page: ask your own server, which holds the key
- await axios.post("https://chat.infuzu.com/api/llm-response", body, { headers });
+ await axios.post("/api/ask", body);`,
  curl: `  # curl knows no CORS: where this works, only the permission for pages is lacking
  curl https://chat.infuzu.com/api/llm-response \\
    -H "Infuzu-API-Key: $INFUZU_API_KEY" --json @body.json`,
  python: `  # on your own server: pass the page's question on
+ @app.post("/api/ask")
+ def ask(body: dict):
+     key = os.environ["INFUZU_API_KEY"]
+     return requests.post("https://chat.infuzu.com/api/llm-response",
+         headers={"Infuzu-API-Key": key}, json=body).json()`,
};

/** @param wrong the call that has the key in its URL */
function keyOutOfUrl(wrong: Correction): Correction {
  return {
    fetch: `- await ${wrong.fetch}
+ await fetch("https://chat.infuzu.com/api/llm-response", {
+   method: "POST", body,
+   headers: { "Infuzu-API-Key": key, "Content-Type": "application/json" } });`,
    axios: `- await ${wrong.axios}
+ await axios.post(url, body, { headers: { "Infuzu-API-Key": key } });`,
    curl: `- curl ${wrong.curl} \\
+ curl https://chat.infuzu.com/api/llm-response -H "Infuzu-API-Key: $INFUZU_API_KEY" \\
    --json @body.json`,
    python: `- ${wrong.python}
+ requests.post(url, headers={"Infuzu-API-Key": key}, json=body)`,
  };
}

/** Of a key in the userinfo. */
export const keyOutOfUserinfo = keyOutOfUrl({
  fetch: 'fetch(`https://user:${key}@chat.infuzu.com/api/llm-response`, { method: "POST", body });',
  axios: 'axios.post(`https://user:${key}@chat.infuzu.com/api/llm-response`, body);',
  curl: '"https://user:$INFUZU_API_KEY@chat.infuzu.com/api/llm-response"',
  python: 'requests.post(f"https://user:{key}@chat.infuzu.com/api/llm-response", json=body)',
});

export const transportCorrections: Readonly<Record<string, Correction>> = {
  'insecure-transport': HTTPS,
  'mixed-content-blocked': HTTPS,
  'key-in-url': keyOutOfUrl({
    fetch: 'fetch(`https://chat.infuzu.com/api/llm-response?api_key=${key}`, { method: "POST", body });',
    axios: 'axios.post(url, body, { params: { api_key: key } });',
    curl: '"https://chat.infuzu.com/api/llm-response?api_key=$INFUZU_API_KEY"',
    python: 'requests.post(url, params={"api_key": key}, json=body)',
  }),
  'credential-lost-on-redirect': NO_REDIRECT,
  'credential-leaked-on-redirect': NO_REDIRECT,
  'tls-outdated': {
    fetch: `  // Node: ask for a newer version than the old default
- node --tls-min-v1.0 app.js
+ node --tls-min-v1.2 app.js`,
    axios: `- new https.Agent({ minVersion: "TLSv1" });
+ new https.Agent({ minVersion: "TLSv1.2" });`,
    curl: `- curl --tls-max 1.1 https://chat.infuzu.com/api/llm-response
+ curl --tlsv1.2 https://chat.infuzu.com/api/llm-response`,
    python: `- context.minimum_version = ssl.TLSVersion.TLSv1
+ context.minimum_version = ssl.TLSVersion.TLSv1_2`,
  },
  'preflight-rejected': OWN_SERVER,
  'response-hidden-by-cors': OWN_SERVER,
};

/** @param names the headers that the preflight does not allow; without them the call would be permitted */
export function withoutHeaders(names: readonly string[]): Correction {
  const removed = names.map((name) => `-   "${name}": value,`).join('\n');
  return {
    ...OWN_SERVER,
    fetch: `  await fetch(url, { method: "POST", body, headers: {
${removed}
    "Content-Type": "application/json" } });`,
    axios: `  const api = axios.create({ headers: {
${removed}
    "Content-Type": "application/json" } });`,
  };
}

import type { Correction } from './corrections';

export const sentCorrections: Readonly<Record<string, Correction>> = {
  'content-type-unsupported': {
    fetch: `  await fetch(url, { method: "POST", body: JSON.stringify(body), headers: {
    "Infuzu-API-Key": key,
+   "Content-Type": "application/json" } });`,
    axios: `- await axios.post(url, JSON.stringify(body), { headers });
+ await axios.post(url, body, { headers });`,
    curl: `- curl "$URL" -H "Infuzu-API-Key: $INFUZU_API_KEY" -d @body.json
+ curl "$URL" -H "Infuzu-API-Key: $INFUZU_API_KEY" --json @body.json`,
    python: `- requests.post(url, headers=headers, data=body)
+ requests.post(url, headers=headers, json=body)`,
  },
  'body-invalid-json': {
    fetch: `- await fetch(url, { method: "POST", headers, body });
+ await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });`,
    axios: `- await axios.post(url, JSON.stringify(JSON.stringify(body)), { headers });
+ await axios.post(url, body, { headers });`,
    curl: `- curl "$URL" -H "Infuzu-API-Key: $INFUZU_API_KEY" --json "{'messages': []}"
+ curl "$URL" -H "Infuzu-API-Key: $INFUZU_API_KEY" --json @body.json`,
    python: `- requests.post(url, headers=headers, data=str(body))
+ requests.post(url, headers=headers, json=body)`,
  },
  'body-missing-messages': {
    fetch: `  body: JSON.stringify({
+   messages: [{ role: "user", content: "Hello" }],
  })`,
    axios: `  await axios.post(url, {
+   messages: [{ role: "user", content: "Hello" }],
  }, { headers });`,
    curl: `+ --json '{"messages": [{"role": "user", "content": "Hello"}]}'`,
    python: `  requests.post(url, headers=headers, json={
+     "messages": [{"role": "user", "content": "Hello"}],
  })`,
  },
  'body-invalid-messages': {
    fetch: `  messages: [
    { role: "system", content: "Be brief." },
-   { role: "assistant", content: "Hello" },
-   { role: "human", text: "Hi" }
+   { role: "user", content: "Hi" },
+   { role: "assistant", content: "Hello" },
+   { role: "user", content: "Tell me more." }
  ]`,
    axios: `  const messages = [
-   { role: "bot", content: answer }
+   { role: "user", content: question },
+   { role: "assistant", content: answer },
+   { role: "user", content: next }
  ];`,
    curl: `- --json '{"messages": [{"role": "human", "text": "Hi"}]}'
+ --json '{"messages": [{"role": "user", "content": "Hi"}]}'`,
    python: `  messages = [
      {"role": "system", "content": "Be brief."},
-     {"role": "human", "text": "Hi"},
+     {"role": "user", "content": "Hi"},
  ]`,
  },
  'body-llms-conflict': {
    fetch: `  body: JSON.stringify({
    messages,
-   exclude_llms: excluded,
    llms: chosen })`,
    axios: `- await axios.post(url, { messages, llms: chosen, exclude_llms: excluded }, { headers });
+ await axios.post(url, { messages, llms: chosen }, { headers });`,
    curl: `- --json '{"messages": [...], "llms": [...], "exclude_llms": [...]}'
+ --json '{"messages": [...], "llms": [...]}'`,
    python: `- json={"messages": messages, "llms": chosen, "exclude_llms": excluded}
+ json={"messages": messages, "llms": chosen}`,
  },
};

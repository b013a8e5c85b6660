/**
 * The clients that customers use, each as its documentation shows it: bundled into a page by the spec. A call takes the
 * auth headers that the customer's code sets, and treats a refusal as the client does by itself.
 */
import axios from 'axios';
import ky from 'ky';
import { ofetch } from 'ofetch';
import OpenAI from 'openai';
// The browser's build: the package's main entry is for Node.
import superagent from 'superagent/dist/superagent.js';
import wretch from 'wretch';

export interface ClientCall {
  /** Query string that the stand-in takes its orders from. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
}

const API = 'https://chat.infuzu.com/api/llm-response';
const messages = [{ role: 'user' as const, content: 'Hello' }];
const json = { 'Content-Type': 'application/json' };

/** The SDK sets `Authorization` from `apiKey`; everything else is a default header beside it. */
async function openai({ query, headers }: ClientCall): Promise<unknown> {
  const { Authorization = '', ...defaultHeaders } = headers;
  const client = new OpenAI({
    baseURL: 'https://chat.infuzu.com/api/v1',
    apiKey: Authorization.replace(/^Bearer /, ''),
    defaultHeaders,
    // The SDK's own x-stainless-* headers need the server's permission.
    defaultQuery: { ...Object.fromEntries(new URLSearchParams(query)), 'preflight-allow': 'authorization,*' },
    dangerouslyAllowBrowser: true,
    maxRetries: 0,
  });
  return client.chat.completions.create({ model: 'any', messages });
}

function xhr({ query, headers }: ClientCall): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', API + query);
    for (const [name, value] of Object.entries({ ...json, ...headers }))
      request.setRequestHeader(name, value);
    request.onload = () =>
      request.status < 400 ? resolve(request.response) : reject(new Error(`${request.status}`));
    request.onerror = () => reject(new Error('network error'));
    request.send(JSON.stringify({ messages }));
  });
}

/** The most common code there is: it looks at the status and leaves the body unread. */
async function plainFetch({ query, headers }: ClientCall): Promise<unknown> {
  const response = await fetch(API + query, {
    method: 'POST',
    headers: { ...json, ...headers },
    body: JSON.stringify({ messages }),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

const CLIENTS: Readonly<Record<string, (call: ClientCall) => Promise<unknown>>> = {
  fetch: plainFetch,
  XMLHttpRequest: xhr,
  axios: ({ query, headers }) => axios.post(API + query, { messages }, { headers }),
  ky: ({ query, headers }) => ky.post(API + query, { json: { messages }, headers, retry: 0 }).json(),
  ofetch: ({ query, headers }) =>
    ofetch(API + query, { method: 'POST', body: { messages }, headers, retry: 0 }),
  superagent: ({ query, headers }) =>
    superagent
      .post(API + query)
      .set(headers)
      .send({ messages }),
  wretch: ({ query, headers }) =>
    wretch(API + query)
      .headers(headers)
      .post({ messages })
      .json(),
  openai,
};

/** Makes one call and answers what the customer's code would see: `ok`, or the error's name. */
async function callWith(name: string, call: ClientCall): Promise<string> {
  try {
    await CLIENTS[name]?.(call);
    return 'ok';
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

Object.assign(window, { callWith });

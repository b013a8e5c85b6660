import { CORRECTIONS } from './all-corrections';
import type { Correction } from './corrections';
import { pacing } from './corrections-answered';
import { bearerCorrection, headerCorrection, keyIn } from './corrections-credentials';
import { keyOutOfUserinfo, withoutHeaders } from './corrections-transport';
import type { MessageValues } from './message';

/** A mark as it is written within a literal of a language: its quotes and the signs that it reads itself escaped. */
function within(mark: string, special: RegExp): string {
  // A backtick comes by its name.
  return (mark.includes('U+0060') ? '`' : mark).replace(special, '\\$&');
}

/** Written as the code wrote it; what follows `Basic` is no key alone. */
function otherScheme({ scheme }: MessageValues): Correction | undefined {
  if (scheme === undefined || /^basic\b/i.test(String(scheme))) return undefined;
  const lead = (special: RegExp) => within(`${scheme} `, special);
  const script = lead(/["\\]/g);
  const curl = `${lead(/["`$\\]/g)}$INFUZU_API_KEY`;
  return bearerCorrection(script, curl, script.replace(/[{}]/g, '$&$&'));
}

function quoted(message: string, { header, open, close }: MessageValues): Correction | undefined {
  if (message === 'nothing-inside') return CORRECTIONS['credential-empty'];
  const name = String(header);
  const scheme = name.toLowerCase() === 'authorization' ? 'Bearer ' : '';
  const wrap = (key: string, special: RegExp) => {
    const [left, right] = [within(String(open), special), within(String(close), special)];
    return message === 'around-scheme' ? `${left}Bearer ${key}${right}` : `${scheme}${left}${key}${right}`;
  };
  const python = wrap('\n', /["\\]/g).replace(/[{}]/g, '$&$&').replace('\n', '{key}');
  return headerCorrection(
    {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text of a template.
      script: [`"${name}": \`${wrap('${key}', /[`\\]/g)}\`,`],
      curl: [`-H "${name}: ${wrap('$INFUZU_API_KEY', /["`\\]/g)}"`],
      python: [`"${name}": f"${python}",`],
    },
    keyIn(name),
  );
}

/** The header to keep stays as it is, the others go; a header that is there several times is set once. */
function multiple({ first, second, third }: MessageValues): Correction {
  const names = [first, second, third].map(String).filter((name) => name !== '');
  const kept = names.find((name) => /^infuzu-api-key$/i.test(name)) ?? names[0] ?? '';
  const right = keyIn(kept);
  const others = (names.length === 1 ? names : names.filter((name) => name !== kept)).map(keyIn);
  return headerCorrection(
    {
      script: others.map(({ script }) => script),
      curl: others.map(({ curl }) => `${curl} \\`),
      python: others.map(({ python }) => python),
    },
    right,
    ' ',
  );
}

const SENT = '[{ role: "user", content: "Hello" }]';
const SENT_JSON = '[{"role": "user", "content": "Hello"}]';

/** @param wrong what `messages` holds; a JSON text that is script and Python, too. */
function messagesCorrection(wrong: string): Correction {
  const both = (before: string, from: string, to: string, after: string) =>
    `- ${before}${from}${after}\n+ ${before}${to}${after}`;
  return {
    fetch: both('body: JSON.stringify({ messages: ', wrong, SENT, ' })'),
    axios: both('await axios.post(url, { messages: ', wrong, SENT, ' }, { headers });'),
    curl: both(`--json '{"messages": `, wrong, SENT_JSON, `}'`),
    python: both('json={"messages": ', wrong, SENT_JSON, '}'),
  };
}

const NEEDED = /^(?:(?:x-)?infuzu-api-key|authorization|content-type)$/i;

/** The call can do without the headers that the preflight does not allow, unless they are its key or its type. */
function notAllowed({ names }: MessageValues): Correction | undefined {
  const extra = Array.from(String(names).matchAll(/`([^`]+)`/g), ([, name = '']) => name);
  return extra.some((name) => NEEDED.test(name)) ? undefined : withoutHeaders(extra);
}

function paced(message: string, { limit, minutes }: MessageValues): Correction {
  return pacing(message.startsWith('characters') ? 'characters' : 'requests', Number(limit), Number(minutes));
}

/** By rule and message. */
const VARIANTS: Readonly<Record<string, Correction | undefined>> = {
  'bearer-malformed/no-token': CORRECTIONS['credential-empty'],
  'bearer-malformed/twice': bearerCorrection('Bearer Bearer '),
  'bearer-malformed/no-space': bearerCorrection('Bearer'),
  'bearer-malformed/punctuation': bearerCorrection('Bearer:'),
  'bearer-malformed/tab': bearerCorrection('Bearer\\t', `Bearer"$'\\t'"$INFUZU_API_KEY`),
  'bearer-malformed/other-space': bearerCorrection('Bearer\\u00a0', `Bearer"$'\\u00a0'"$INFUZU_API_KEY`),
  'bearer-malformed/several-tokens': CORRECTIONS['key-characters'],
  'key-in-url/userinfo': keyOutOfUserinfo,
  // To trim reaches only the ends.
  'key-whitespace/inside': CORRECTIONS['key-characters'],
  'key-whitespace/several': CORRECTIONS['key-characters'],
  'preflight-rejected/upgraded': CORRECTIONS['insecure-transport'],
  'body-missing-messages/empty': messagesCorrection('[]'),
  'body-missing-messages/not-an-array': messagesCorrection('"Hello"'),
};

/**
 * A correction with the method of the call, which is POST in the catalogue; only PUT and PATCH send a body, too.
 * @param method of a call to a URL that takes it
 */
export function withMethod(correction: Correction, method: string): Correction {
  const name = method.toLowerCase();
  if (!/^(?:get|head|put|patch|delete)$/.test(name)) return correction;
  const hasBody = name === 'put' || name === 'patch';
  const withoutBody = (text: string) =>
    hasBody
      ? text
      : text
          .replace(/, body(?:: JSON\.stringify\(body\))?(?=[,\s}])/g, '')
          .replace(/\(url, body, /g, '(url, ')
          .replace(/(?: \\\n +| )--json (?:"\$BODY"|@body\.json)/g, '')
          .replace(/\(url, json=body, /g, '(url, ')
          .replace(/, json=body(?=\))/g, '')
          .replace(/^ {4}"Content-Type": "application\/json",\n/m, '');
  const option = name === 'get' ? '' : name === 'head' ? '-I ' : `-X ${method} `;
  const written = (text: string) =>
    withoutBody(text)
      .replaceAll('method: "POST"', `method: "${method}"`)
      .replace(/\b(axios|requests)\.post\(/g, `$1.${name}(`)
      .replace(/\bcurl (?="?(?:\$URL|https?:))/g, `curl ${option}`);
  const { fetch, axios, curl, python } = correction;
  return { fetch: written(fetch), axios: written(axios), curl: written(curl), python: written(python) };
}

/** The correction that fits a finding; `undefined` where the catalogue holds none. */
export function correctionOf(rule: string, message: string, values: MessageValues): Correction | undefined {
  if (rule === 'key-quoted') return quoted(message, values);
  if (rule === 'auth-scheme-unsupported') return otherScheme(values) ?? CORRECTIONS[rule];
  if (rule === 'credentials-multiple') return multiple(values);
  if (rule === 'rate-limit-near') return paced(message, values);
  if (rule === 'preflight-rejected' && message === 'headers') return notAllowed(values) ?? CORRECTIONS[rule];
  // The header is right there.
  if (message === 'no-cors') return undefined;
  return VARIANTS[`${rule}/${message}`] ?? CORRECTIONS[rule];
}

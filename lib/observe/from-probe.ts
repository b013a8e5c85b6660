import { takePlace } from '../exchange/code-place';
import { type RawField, takeAnatomies, takeCredentials } from '../exchange/credential';
import type { CodeFrame, CodePlace, WrittenFacts } from '../exchange/exchange';
import type { Salt } from '../exchange/fingerprint';
import { createRedact } from '../exchange/redact';
import { type ResponseBodyFacts, takeResponseBody } from '../exchange/response-body';
import { takeUrl, type UrlFacts } from '../exchange/url-facts';
import type { ProbeCall } from '../probe/probe-call';

/** A probe's call taken apart in the relay: what travels to the background. */
export interface ProbeFacts {
  readonly id: number;
  readonly at: number;
  readonly method: string;
  readonly url: UrlFacts;
  readonly written: WrittenFacts;
  readonly blocked?: true;
  readonly answer?: { readonly status: number; readonly body?: ResponseBodyFacts };
  readonly ended?: 'aborted' | 'failed';
}

/** Digests that are made with it are not kept. */
const NO_SALT = new Uint8Array(1);

/** Chromium: `at name (url:line:column)`; Firefox: `name@url:line:column`. */
const FRAME = /((?:https?|file|webpack|webpack-internal|vite):\/\/[^\s()]{1,2000}?):(\d{1,7}):(\d{1,7})\)?$/;

/** The first frame of a stack that is the page's own, and the next. */
export function placeOf(stack: string): CodePlace | undefined {
  const frames: CodeFrame[] = [];
  for (const line of stack.split('\n').slice(0, 40)) {
    const [, url, row, column] = FRAME.exec(line.trim()) ?? [];
    if (url === undefined || /\/node_modules\//.test(url)) continue;
    if (frames.push({ url, line: Number(row), column: Number(column) }) === 2) break;
  }
  return takePlace(frames, (text) => text);
}

/** https://httpwg.org/specs/rfc9110.html#rule.token.separators */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

function takeWritten(fields: readonly RawField[], salt: Salt | undefined) {
  if (salt !== undefined) return takeCredentials(fields, salt);
  const { anatomies, secrets } = takeAnatomies(fields);
  return { credentials: anatomies, secrets };
}

/** Without the salt a digest could be guessed, and is equal to no other. */
function withoutDigests(url: UrlFacts): UrlFacts {
  return { ...url, digest: '', secrets: url.secrets.map((secret) => ({ ...secret, fingerprint: '' })) };
}

/**
 * The door for what the probe recorded.
 * @param salt the session's; `undefined` in the relay, which lives beside the page and must not hold it
 */
export function observeProbeCall(call: ProbeCall, salt: Salt | undefined): ProbeFacts {
  const fields = call.headers.map(([name, value]) => ({ name, value }));
  const { credentials, secrets } = takeWritten(fields, salt);
  const redact = createRedact(secrets.filter((secret) => secret !== ''));
  const place = placeOf(call.stack);
  const odd = call.thrown === undefined ? undefined : call.headers.find(([name]) => !TOKEN.test(name));
  const body = call.answer?.body;
  const url = takeUrl(call.url, secrets, salt ?? NO_SALT, redact);
  return {
    id: call.id,
    at: call.at,
    method: redact(call.method),
    url: salt === undefined ? withoutDigests(url) : url,
    written: {
      api: call.api,
      credentials,
      ...(call.options && { options: call.options }),
      ...(odd && { oddHeader: redact(odd[0]) }),
      // Browsers quote the URL as it was written, with what may stand in its userinfo.
      ...(call.thrown !== undefined && { thrown: redact(call.thrown.replace(/https?:\/\/\S+/gi, url.href)) }),
      ...(place && { place }),
    },
    ...(call.blocked && { blocked: call.blocked }),
    ...(call.answer && {
      answer: {
        status: call.answer.status,
        ...(body && { body: takeResponseBody(body.text, body.mimeType, redact, call.answer.status) }),
      },
    }),
    ...(call.ended && { ended: call.ended }),
  };
}

import type { RawField } from '../../exchange/credential';
import { findJsonError } from '../../exchange/json-error';
import { isObject, textAt } from '../har/json-shape';
import type { InputProblem } from '../input-problem';
import type { RequestDraft } from './request-draft';

/** Whether a text begins as DevTools copy a request as JavaScript. */
export function holdsFetchCall(text: string): boolean {
  return /^\s*(?:await\s+)?fetch\s*\(/.test(text);
}

/** The JSON that begins here and may be followed by anything. */
function jsonAt(text: string, at: number): { readonly value: unknown; readonly end: number } | undefined {
  const rest = text.slice(at);
  const error = findJsonError(rest);
  if (error !== undefined && error.mistake !== 'text-after-end') return undefined;
  const end = error?.offset ?? rest.length;
  return { value: JSON.parse(rest.slice(0, end)), end: at + end };
}

function draftOf(url: unknown, options: unknown): RequestDraft | undefined {
  if (typeof url !== 'string' || !isObject(options)) return undefined;
  const { headers = {}, body } = options;
  if (!isObject(headers)) return undefined;
  const fields = Object.entries(headers).map(([name, value]): RawField => ({ name, value: String(value) }));
  const hasType = fields.some(({ name }) => name.toLowerCase() === 'content-type');
  // https://fetch.spec.whatwg.org/#bodyinit-unions
  if (typeof body === 'string' && !hasType)
    fields.push({ name: 'Content-Type', value: 'text/plain;charset=UTF-8' });
  return {
    method: textAt(options, 'method')?.toUpperCase() || 'GET',
    url,
    httpVersion: '',
    fields,
    isPartial: false,
    body: typeof body === 'string' ? { type: 'text', text: body } : undefined,
  };
}

/** The requests of `fetch` calls as Chrome and Firefox copy them: address and options are JSON. */
export function fetchCalls(text: string): (RequestDraft | InputProblem)[] {
  const drafts: (RequestDraft | InputProblem)[] = [];
  const call = /\bfetch\s*\(\s*/g;
  while (call.exec(text) !== null) {
    const url = jsonAt(text, call.lastIndex);
    // Either the options follow, or the call is over.
    const behind = /\s*(?:(,)\s*|\))/y;
    behind.lastIndex = url?.end ?? text.length;
    const sign = behind.exec(text);
    const options = sign?.[1] === undefined ? undefined : jsonAt(text, behind.lastIndex);
    // What stands in a body is no call.
    call.lastIndex = options?.end ?? url?.end ?? call.lastIndex;
    drafts.push(
      draftOf(url?.value, sign?.[1] === undefined ? sign && {} : options?.value) ?? { key: 'fetch-call' },
    );
  }
  return drafts;
}

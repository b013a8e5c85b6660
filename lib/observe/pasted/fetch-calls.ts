import { normalizeMethod } from '../../api/method';
import type { RawField } from '../../exchange/credential';
import { findJsonError } from '../../exchange/json-error';
import { isObject, textAt } from '../har/json-shape';
import type { InputProblem } from '../input-problem';
import type { RequestDraft } from './request-draft';

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
    method: normalizeMethod(textAt(options, 'method') || 'GET'),
    url,
    httpVersion: '',
    fields,
    isPartial: false,
    body: typeof body === 'string' ? { type: 'text', text: body } : undefined,
  };
}

/** How a call begins, where a statement or an expression can. */
const CALL = /(?<=^|[\n;={(>]|\bawait|\breturn)[ \t]*fetch\s*\(\s*/g;

/** What a text holds of `fetch` calls. */
export interface FetchCalls {
  readonly calls: readonly { readonly at: number; readonly draft: RequestDraft | InputProblem }[];
  /** The text with the calls made blank; every line is where it was. */
  readonly rest: string;
}

/**
 * The requests of `fetch` calls as Chrome and Firefox copy them: address and options are JSON.
 * @param end behind which only lines that begin with a whole call count: anything else may be the data of a curl line
 */
export function readFetchCalls(text: string, end: number): FetchCalls {
  const calls: FetchCalls['calls'][number][] = [];
  const call = new RegExp(CALL);
  let rest = '';
  let taken = 0;
  for (let match = call.exec(text); match !== null; match = call.exec(text)) {
    const url = jsonAt(text, call.lastIndex);
    const isLine = text[match.index - 1] === '\n' && /^https?:/.test(String(url?.value));
    if (match.index > end && !isLine) continue;
    // Either the options follow, or the call is over.
    const behind = /\s*(?:(,)\s*|\))/y;
    behind.lastIndex = url?.end ?? text.length;
    const sign = behind.exec(text);
    const options = sign?.[1] === undefined ? undefined : jsonAt(text, behind.lastIndex);
    const draft = draftOf(url?.value, sign?.[1] === undefined ? sign && {} : options?.value);
    calls.push({ at: match.index, draft: draft ?? { key: 'fetch-call' } });
    // What stands in a body is no call.
    call.lastIndex = options?.end ?? url?.end ?? call.lastIndex;
    rest += text.slice(taken, match.index) + text.slice(match.index, call.lastIndex).replace(/[^\n]/g, ' ');
    taken = call.lastIndex;
  }
  return { calls, rest: rest + text.slice(taken) };
}

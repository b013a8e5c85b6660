import type { RawField } from '../../exchange/credential';
import type { RawBody } from '../../exchange/take-exchange';
import { decodeBase64, decodeUnflagged, textOfBytes } from './base64-text';
import { fieldValue } from './header-list';
import { isObject, type JsonObject, listAt, numberAt, textAt } from './json-shape';

const METHODS_WITHOUT_BODY = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT']);

/** What is known of a body that the entry does not hold. */
function unrecorded(
  request: JsonObject,
  method: string,
  fields: readonly RawField[],
  isAnswered: boolean,
): RawBody | undefined {
  const length = fieldValue(fields, 'content-length');
  const bodySize = numberAt(request, 'bodySize');
  if (length !== undefined && /^\s*[1-9]/.test(length)) return { type: 'not-recorded' };
  if (fieldValue(fields, 'transfer-encoding') !== undefined) return { type: 'not-recorded' };
  if (bodySize !== undefined && bodySize > 0) return { type: 'not-recorded' };
  if (length !== undefined || bodySize === 0 || METHODS_WITHOUT_BODY.has(method)) return undefined;
  // Where there is an answer, it tells more of a missing body than the file does.
  return isAnswered ? undefined : { type: 'unknown' };
}

function formOf(params: readonly unknown[]): RawBody {
  const size = params.reduce<number>((sum, param) => {
    if (!isObject(param)) return sum;
    return sum + (textAt(param, 'name') ?? '').length + (textAt(param, 'value') ?? '').length + 2;
  }, 0);
  return { type: 'form', size };
}

/**
 * Reads `postData`: its text, flagged or unflagged base64 of it, or else its parameters.
 * `undefined` for a call without a body.
 */
export function readRequestBody(
  request: JsonObject,
  method: string,
  fields: readonly RawField[],
  isAnswered: boolean,
): RawBody | undefined {
  const { postData } = request;
  if (typeof postData === 'string') return { type: 'text', text: postData };
  if (!isObject(postData)) return unrecorded(request, method, fields, isAnswered);
  const params = listAt(postData, 'params');
  const text = textAt(postData, 'text') ?? '';
  if (text === '')
    return params.length > 0 ? formOf(params) : unrecorded(request, method, fields, isAnswered);
  const encoding = textAt(postData, 'encoding') ?? textAt(postData, '_encoding') ?? '';
  if (encoding.toLowerCase() === 'base64') {
    const bytes = decodeBase64(text);
    return { type: 'text', text: (bytes && textOfBytes(bytes)) ?? text };
  }
  return { type: 'text', text: decodeUnflagged(text) ?? text };
}

import { isJsonStructure } from '../../exchange/body-facts';
import type { RawBody } from '../../exchange/take-exchange';
import { type CurlOption, isFlag } from './curl-options';
import { FILLED_IN } from './untold-key';

/** The data of one command. */
export interface CurlData {
  readonly text: string;
  /** Of what more of it is taken: names of files, what the shell fills in. */
  readonly unseen: readonly string[];
  readonly lostQuotes: boolean;
}

const DATA = new Set(['data', 'data-ascii', 'data-raw', 'data-binary', 'data-urlencode', 'json']);

export function isData({ name }: CurlOption): boolean {
  return DATA.has(name);
}

function percentEncode(text: string): string {
  try {
    return encodeURIComponent(text).replace(
      /[!'()*]/g,
      (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  } catch {
    return text;
  }
}

/** `content`, `=content`, `name=content`, `@file`, `name@file` (curl manual, `--data-urlencode`). */
function urlEncoded(value: string, input: string | undefined): string | undefined {
  const mark = value.search(/[=@]/);
  if (mark < 0) return percentEncode(value);
  const name = value.slice(0, mark);
  const rest = value.slice(mark + 1);
  const content = value[mark] === '=' ? rest : rest === '-' ? input : undefined;
  if (content === undefined) return undefined;
  return name === '' ? percentEncode(content) : `${name}=${percentEncode(content)}`;
}

function pieceOf({ name, value = '' }: CurlOption, input: string | undefined): string | undefined {
  if (name === 'data-urlencode') return urlEncoded(value, input);
  if (name === 'data-raw' || !value.startsWith('@')) return value;
  if (value !== '@-' || input === undefined) return undefined;
  // `-d @file` drops the line ends of a file, `--data-binary` and `--json` keep them.
  return name === 'data' || name === 'data-ascii' ? input.replace(/[\r\n]/g, '') : input;
}

/** Joins all data options: with `&`, but for `--json`, whose pieces stand next to each other. */
export function joinData(options: readonly CurlOption[], input: string | undefined): CurlData | undefined {
  const data = options.filter(isData);
  if (data.length === 0) return undefined;
  let text = '';
  const unseen: string[] = [];
  for (const [i, option] of data.entries()) {
    const { name, value = '', untold } = option;
    const piece = pieceOf(option, input);
    if (piece === undefined) unseen.push(value.slice(value.indexOf('@') + 1));
    else text += i > 0 && name !== 'json' ? `&${piece}` : piece;
    // What stands in a text of JSON does not matter to its form.
    if (untold && !isJsonStructure(value)) unseen.push(...(value.match(FILLED_IN) ?? []));
  }
  return { text, unseen, lostQuotes: data.some(({ lostQuotes }) => lostQuotes) };
}

/** The body that these options make. */
export function bodyOf(options: readonly CurlOption[], data: CurlData | undefined): RawBody | undefined {
  const form = options.filter(({ name }) => name === 'form' || name === 'form-string');
  if (form.length > 0) {
    return { type: 'form', size: form.reduce((sum, { value = '' }) => sum + value.length, 0) };
  }
  if (options.some(({ name }) => name === 'upload-file')) return { type: 'not-recorded' };
  if (isFlag(options, 'get')) return undefined;
  // Any option may stand there.
  if (data === undefined) return isFlag(options, 'config') ? { type: 'unknown' } : undefined;
  if (data.unseen.length > 0) return { type: 'not-recorded' };
  return { type: 'text', text: data.text, ...(data.lostQuotes && { lostQuotes: true }) };
}

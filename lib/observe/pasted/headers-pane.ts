import type { RawField } from '../../exchange/credential';
import { fieldValue } from '../har/header-list';
import type { ShownRequest, ShownResponse } from './shown-exchange';
import { REQUEST, RESPONSE } from './terminal-lines';

/** A request as the Headers pane of DevTools shows it, with its answer where there was one. */
export interface HeadersPane {
  readonly request: ShownRequest;
  readonly response?: ShownResponse;
  /** The line behind it. */
  readonly next: number;
}

const TITLE = /^(?:[▼▶] ?)?(general|request headers|response headers)(?:[ \t]*\(\d+\))?:?$/i;
/** What stands in the pane beside titles and fields. */
const BESIDE = /^(?:view (?:source|parsed|decoded)|raw|learn more)$/i;
/** Chrome never saw what was sent. */
const PROVISIONAL = /^\W*Provisional headers are shown/;
const ITEM = /^(:?[A-Za-z][\w-]*(?: [A-Za-z]+)?):(?:[ \t]*(.*))?$/;
/** Of the part that the pane calls General; no field has a blank in its name. */
const GENERAL = /^(?:request url|request method|status code|remote address|referrer policy)$/;
/** Fields that only requests have: copied without titles, the pane shows those of the answer first. */
const OF_REQUEST =
  /^(?::(?!status$)\w+|accept(?:-encoding|-language)?|authorization|cookie|host|infuzu-api-key|origin|referer|sec-.*|user-agent|x-infuzu-api-key)$/;

interface Item {
  readonly name: string;
  readonly value: string;
  readonly next: number;
}

/** Chrome has had name and value on one line, then each on a line of its own, and now the name without its colon. */
type PaneForm = 'one-line' | 'two-lines' | 'bare';

const formOf = (start: string): PaneForm =>
  /:[ \t]*$/.test(start)
    ? 'two-lines'
    : start.includes(': ') || /^Request URL:/i.test(start)
      ? 'one-line'
      : 'bare';

/** A name without its colon: HTTP/2 has them in lower case, others mostly have a hyphen. */
const BARE_NAME =
  /^(:?[a-z][a-z\d-]*|[A-Z][A-Za-z\d]*(?:-[A-Za-z\d]+)+|Accept|Authorization|Connection|Cookie|Date|Host|Origin|Pragma|Referer|Server|Vary|Via)[ \t]*$/;

function itemAt(lineAt: (at: number) => string, at: number, form: PaneForm): Item | undefined {
  const line = lineAt(at);
  if (form === 'bare') {
    const name = GENERAL.test(line.trim().toLowerCase()) ? line.trim() : BARE_NAME.exec(line)?.[1];
    return name === undefined ? undefined : { name, value: lineAt(at + 1), next: at + 2 };
  }
  const [, name, inline = ''] = ITEM.exec(line) ?? [];
  if (name === undefined) return undefined;
  if (inline !== '' || form === 'one-line') return { name, value: inline, next: at + 1 };
  const value = lineAt(at + 1);
  const isNext = TITLE.test(value) || /^:?[\w-]+:$/.test(value);
  return isNext ? { name, value: '', next: at + 1 } : { name, value, next: at + 2 };
}

interface PaneLines {
  /** What the pane calls General, and HTTP/2's own fields; names in lower case. */
  readonly general: ReadonlyMap<string, string>;
  readonly request: readonly RawField[];
  readonly response: readonly RawField[];
  readonly isProvisional: boolean;
  readonly next: number;
}

function takeLines(lineAt: (at: number) => string, start: number): PaneLines {
  const form = formOf(lineAt(start));
  const general = new Map<string, string>();
  const fields = { request: [] as RawField[], response: [] as RawField[] };
  let section: keyof typeof fields = 'response';
  let isProvisional = false;
  let at = start;
  for (;;) {
    const line = lineAt(at);
    const title = TITLE.exec(line)?.[1]?.toLowerCase();
    if (title === 'general' && general.size > 0) break;
    if (title !== undefined) section = title === 'request headers' ? 'request' : 'response';
    else if (PROVISIONAL.test(line)) isProvisional = true;
    // Shown raw, over HTTP/1.1, a part begins with its first line.
    else if (general.size > 0 && RESPONSE.test(line)) section = 'response';
    else if (general.size > 0 && REQUEST.test(line)) section = 'request';
    else if (!BESIDE.test(line) && !(line.trim() === '' && TITLE.test(lineAt(at + 1)))) {
      const item = itemAt(lineAt, at, form);
      const name = item?.name.toLowerCase() ?? '';
      // What comes a second time belongs to the next request.
      if (item === undefined || general.has(name)) break;
      if (OF_REQUEST.test(name)) section = 'request';
      if (GENERAL.test(name) || name.startsWith(':')) general.set(name, item.value);
      else if (name.includes(' ')) break;
      else fields[section].push({ name: item.name, value: item.value });
      at = item.next;
      continue;
    }
    at++;
  }
  return { general, ...fields, isProvisional, next: at };
}

/**
 * Reads a request out of the lines of a text.
 * @param start a line that fits `PANE`
 * @returns `undefined` where they name no address
 */
export function readHeadersPane(lineAt: (at: number) => string, start: number): HeadersPane | undefined {
  const { general, request, response, isProvisional, next } = takeLines(lineAt, start);
  const target = addressOf(general, request);
  if (target === undefined) return undefined;
  const httpVersion = [...general.keys()].some((name) => name.startsWith(':')) ? 'HTTP/2' : '';
  const method = (general.get('request method') ?? general.get(':method') ?? 'GET').trim();
  // Browsers send a length with everything that may have a body: where it is not, lines were left out.
  const isCut = !/^(?:GET|HEAD)$/.test(method) && fieldValue(request, 'content-length') === undefined;
  const isWhole = request.length > 0 && !isCut && !isProvisional;
  const [, status, reason = ''] =
    /^(\d{3})\b(.*)/.exec(general.get('status code') ?? general.get(':status') ?? '') ?? [];
  const statusText = reason.replace(/\(.*/, '').trim(); // “(from disk cache)”
  const unshown = { httpVersion, body: undefined };
  return {
    request: { ...unshown, method, target, fields: request, isWhole, isSecure: undefined },
    ...(status && { response: { ...unshown, status: Number(status), statusText, fields: response } }),
    next,
  };
}

function addressOf(general: ReadonlyMap<string, string>, fields: readonly RawField[]): string | undefined {
  const url = general.get('request url')?.trim();
  if (url) return url;
  const host = general.get(':authority') ?? fieldValue(fields, 'host');
  const [scheme, path] = [general.get(':scheme') ?? 'https', general.get(':path')];
  return host === undefined || path === undefined ? undefined : `${scheme}://${host}${path}`;
}

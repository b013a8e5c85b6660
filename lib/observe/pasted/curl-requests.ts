import type { InputProblem } from '../input-problem';
import { isAddress } from './call-at';
import { bodyOf, type CurlData, isData, joinData } from './curl-body';
import { headerAsHelp, headersOf } from './curl-headers';
import { type CurlOption, isFlag, parseOptions } from './curl-options';
import type { Word } from './posix-words';
import type { RequestDraft } from './request-draft';

function absolute(url: string, scheme: string): string {
  const text = url.trim();
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${scheme}://${text}`;
}

/** What `-G` and `--url-query` add to every URL. */
function addedQuery(options: readonly CurlOption[], data: CurlData | undefined): string {
  const own = options.filter(({ name }) => name === 'url-query').map(({ value = '' }) => value);
  return [...(isFlag(options, 'get') && data ? [data.text] : []), ...own]
    .filter((part) => part !== '')
    .join('&');
}

function withQuery(url: string, query: string): string {
  if (query === '') return url;
  const [base = '', fragment] = url.split('#', 2);
  return `${base}${base.includes('?') ? '&' : '?'}${query}${fragment === undefined ? '' : `#${fragment}`}`;
}

function methodOf(options: readonly CurlOption[]): string {
  const given = options.findLast(({ name }) => name === 'request')?.value;
  if (given) return given;
  if (isFlag(options, 'head')) return 'HEAD';
  if (isFlag(options, 'upload-file')) return 'PUT';
  if (isFlag(options, 'get')) return 'GET';
  const sends = options.some((option) => isData(option) || /^form(?:-string)?$/.test(option.name));
  return sends ? 'POST' : 'GET';
}

function httpVersionOf(options: readonly CurlOption[]): string {
  for (const { name } of options.toReversed()) {
    if (name === 'http1.1' || name === 'http1.0') return name.toUpperCase().replace('HTTP', 'HTTP/');
    if (name === 'http2' || name === 'http2-prior-knowledge') return 'h2';
    if (name === 'http3' || name === 'http3-only') return 'h3';
  }
  return '';
}

/** Cuts at `--next`, which begins a request with options of its own. */
function segmentsOf(options: readonly CurlOption[]): CurlOption[][] {
  const segments: CurlOption[][] = [[]];
  for (const option of options) {
    if (option.name === 'next') segments.push([]);
    else segments.at(-1)?.push(option);
  }
  return segments;
}

/**
 * What one curl command asks for: a request for each URL, or why it is not what was meant.
 * @param words those behind `curl`
 * @param input what the command reads from its here-document
 */
export function curlRequests(
  words: readonly Word[],
  input: string | undefined,
): (RequestDraft | InputProblem)[] {
  return segmentsOf(parseOptions(words)).flatMap((options): (RequestDraft | InputProblem)[] => {
    const help = headerAsHelp(options);
    if (help !== undefined) return [{ key: 'header-as-help', values: { header: help } }];
    const data = joinData(options, input);
    const scheme = options.findLast(({ name }) => name === 'proto-default')?.value ?? 'http';
    const query = addedQuery(options, data);
    const method = methodOf(options);
    const httpVersion = httpVersionOf(options);
    const body = bodyOf(options, data);
    const others = options.filter(({ name }) => name !== 'url');
    const plain = headersOf(others, undefined);
    const uploads = options.filter(({ name }) => name === 'upload-file').map(({ value = '' }) => value);
    return (
      options
        .filter(({ name, value }) => name === 'url' && value !== '')
        // A text of JSON without its quotes falls into words, which curl takes for hosts.
        .filter(({ value = '' }) => !data?.lostQuotes || isAddress({ text: value }))
        .map(({ value = '' }) => {
          const url = withQuery(absolute(value, scheme), query);
          const parsed = URL.canParse(url) ? new URL(url) : undefined;
          // Only the userinfo of a URL makes fields of its own.
          const headers = parsed?.username || parsed?.password ? headersOf(others, parsed) : plain;
          const { unseen: unseenFields } = headers;
          const unseenBody = [...(data?.unseen ?? []), ...uploads];
          const isPartial = unseenFields.length > 0;
          return { method, url, httpVersion, ...headers, isPartial, unseenFields, unseenBody, body };
        })
    );
  });
}

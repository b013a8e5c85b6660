import { bodyOf, type CurlData, isData, joinData } from './curl-body';
import { headersOf } from './curl-headers';
import { type CurlOption, isFlag, parseOptions } from './curl-options';
import type { RequestDraft } from './request-draft';

function absolute(url: string, options: readonly CurlOption[]): string {
  const text = url.trim();
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return text;
  const scheme = options.findLast(({ name }) => name === 'proto-default')?.value ?? 'http';
  return `${scheme}://${text}`;
}

function withQuery(url: string, options: readonly CurlOption[], data: CurlData | undefined): string {
  const own = options.filter(({ name }) => name === 'url-query').map(({ value = '' }) => value);
  const query = [...(isFlag(options, 'get') && data ? [data.text] : []), ...own]
    .filter((part) => part !== '')
    .join('&');
  if (query === '') return url;
  const [base = '', fragment] = url.split('#', 2);
  return `${base}${base.includes('?') ? '&' : '?'}${query}${fragment === undefined ? '' : `#${fragment}`}`;
}

function methodOf(options: readonly CurlOption[]): string {
  const given = options.findLast(({ name }) => name === 'request')?.value;
  if (given) return given.toUpperCase();
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
 * What one curl command asks for: a request for each URL.
 * @param words those behind `curl`
 * @param input what the command reads from its here-document
 */
export function curlRequests(words: readonly string[], input: string | undefined): RequestDraft[] {
  return segmentsOf(parseOptions(words)).flatMap((options) => {
    const data = joinData(options, input);
    return options
      .filter(({ name, value }) => name === 'url' && value !== '')
      .map(({ value = '' }) => {
        const url = withQuery(absolute(value, options), options, data);
        const { fields, isPartial } = headersOf(options, URL.canParse(url) ? new URL(url) : undefined);
        return {
          method: methodOf(options),
          url,
          httpVersion: httpVersionOf(options),
          fields,
          isPartial,
          body: bodyOf(options, data),
        };
      });
  });
}

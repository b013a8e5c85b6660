import type { UrlFacts } from '../exchange/url-facts';

/** A path as a narrow column can show it: the last two segments of a longer one, `…/chat/completions`. */
export function pathText(url: UrlFacts): string {
  const path = url.path === '' ? url.href : url.path;
  const segments = path.split('/').filter((segment) => segment !== '');
  const short = segments.length > 2 ? `…/${segments.slice(-2).join('/')}` : path;
  return url.scheme === 'http' ? `http:…/${segments.at(-1) ?? ''}` : short;
}

import { chatEndpointOf } from '../api/endpoints';
import type { UrlFacts } from '../exchange/url-facts';

/**
 * A path as a narrow column can show it: of a longer one of the API the last two segments, `…/chat/completions`. Any
 * other path is shown whole: what is wrong with it may stand at its start.
 */
export function pathText(url: UrlFacts): string {
  const path = url.path === '' ? url.href : url.path;
  const segments = path.split('/').filter((segment) => segment !== '');
  const short =
    segments.length > 2 && chatEndpointOf(path) !== undefined ? `…/${segments.slice(-2).join('/')}` : path;
  return url.scheme === 'http' ? `http:…/${segments.at(-1) ?? ''}` : short;
}

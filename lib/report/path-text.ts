import { chatEndpointOf } from '../api/endpoints';
import { SITE_HOSTS } from '../api/hosts';
import type { UrlFacts } from '../exchange/url-facts';

/**
 * A path as a narrow column can show it: of a longer one of the API the last two segments, `…/chat/completions`. Any
 * other path is shown whole: what is wrong with it may stand at its start. A host that has no API is named.
 */
export function pathText(url: UrlFacts): string {
  const path = url.path === '' ? url.href : url.path;
  const segments = path.split('/').filter((segment) => segment !== '');
  const isChat = chatEndpointOf(path) !== undefined;
  const last = segments.at(-1) ?? '';
  if (url.scheme === 'http') return `http:…/${last}`;
  if (isChat && SITE_HOSTS.has(url.hostname)) return `${url.hostname}/…/${last}`;
  return isChat && segments.length > 2 ? `…/${segments.slice(-2).join('/')}` : path;
}

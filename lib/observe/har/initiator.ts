import type { RawField } from '../../exchange/credential';
import type { CodeFrame, Initiator } from '../../exchange/exchange';
import { fieldValue } from './header-list';
import { isObject, type JsonObject, listAt, numberAt, objectAt, textAt } from './json-shape';

const MOST_FRAMES = 200;
const MOST_PARENTS = 20;

/** Code that a page did not write itself: packages, bundled vendors, libraries from a CDN. */
const LIBRARY =
  /node_modules|\/vendors?[./~-]|(?:^|\/)(?:axios|jquery|ky|ofetch|superagent|wretch|zone|polyfills?|openai)(?:[@./-]|$)|\/\/(?:cdn\.|unpkg\.com|cdnjs\.|esm\.sh|ajax\.googleapis)|^(?:node|webpack):/i;
/** Extensions wrap the page's functions, this one too: they are never the place of a call. */
const EXTENSION = /^(?:chrome|moz|safari-web)-extension:/i;

function framesOf(initiator: JsonObject): CodeFrame[] {
  const places: CodeFrame[] = [];
  let stack: unknown = initiator['stack'];
  for (let depth = 0; isObject(stack) && depth < MOST_PARENTS && places.length < MOST_FRAMES; depth++) {
    for (const frame of listAt(stack, 'callFrames').slice(0, MOST_FRAMES)) {
      if (!isObject(frame)) continue;
      const url = textAt(frame, 'url');
      const line = numberAt(frame, 'lineNumber');
      if (!url || line === undefined || EXTENSION.test(url)) continue;
      const column = numberAt(frame, 'columnNumber');
      // The protocol counts from 0, editors from 1.
      places.push({ url, line: line + 1, ...(column !== undefined && { column: column + 1 }) });
    }
    stack = stack['parent'];
  }
  const url = textAt(initiator, 'url');
  const line = numberAt(initiator, 'lineNumber');
  if (places.length === 0 && url && line !== undefined && !EXTENSION.test(url))
    places.push({ url, line: line + 1 });
  return places;
}

function originOf(url: string | undefined): string | undefined {
  if (url === undefined || url.trim() === '') return undefined;
  if (url.trim() === 'null') return 'null';
  try {
    const { origin } = new URL(url);
    return origin;
  } catch {
    return undefined;
  }
}

const CALLS_OF_CODE = new Set(['xhr', 'fetch', 'eventsource', 'ping', 'beacon']);
/** Programs that say what they are; none of them is a page. */
const PROGRAM =
  /^(?:curl|wget|python|aiohttp|httpx|node|undici|axios|got|okhttp|go-http|java|ruby|php|guzzle(?:http)?|postman(?:runtime)?|insomnia|bruno|httpie|powershell|dart|rust|reqwest)\b/i;

/**
 * Programs that write down the calls they make themselves. Proxies (Charles, Fiddler, mitmproxy, Proxyman) are none:
 * browsers go through them, too.
 */
const CLIENT = /^(?:insomnia|postman|bruno|httpie)\b/i;

/** What the file around an entry tells of it. */
export interface EntryFrame {
  /** URL of the page that the entry belongs to, where the file tells it. */
  readonly pageUrl?: string | undefined;
  /** The file is of a program that made the calls itself. */
  readonly isOfClient?: boolean;
}

/** @param log the `log` of a HAR file */
export function isOfClient(log: JsonObject): boolean {
  return CLIENT.test(textAt(objectAt(log, 'creator'), 'name')?.trim() ?? '');
}

/**
 * Who made the call. A page tells itself by `Origin`, `Referer` or `Sec-Fetch-Site`; `Sec-Fetch-Mode` alone proves
 * nothing, since Node's own fetch sends it.
 */
export function initiatorOf(entry: JsonObject, fields: readonly RawField[], frame: EntryFrame): Initiator {
  const initiator = objectAt(entry, '_initiator');
  const frames = framesOf(initiator);
  const [place = frames[0], caller] = frames.filter(({ url }) => !LIBRARY.test(url));
  const sent = fieldValue(fields, 'origin') ?? fieldValue(fields, 'referer');
  const origin = originOf(sent) ?? originOf(frame.pageUrl);
  const isCallOfCode = CALLS_OF_CODE.has(textAt(entry, '_resourceType')?.toLowerCase() ?? '');
  const fromPage =
    isCallOfCode ||
    originOf(sent) !== undefined ||
    fieldValue(fields, 'sec-fetch-site') !== undefined ||
    fieldValue(fields, 'sec-fetch-dest') !== undefined ||
    textAt(initiator, 'type') === 'script' ||
    frames.length > 0;
  const fromProgram = frame.isOfClient || PROGRAM.test(fieldValue(fields, 'user-agent') ?? '');
  return {
    ...(origin !== undefined && { origin }),
    ...(fromPage ? { page: true } : fromProgram && { page: false }),
    ...(place && { place: { ...place, ...(caller && { caller }) } }),
  };
}

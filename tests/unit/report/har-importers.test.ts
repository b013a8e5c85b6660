import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../lib/exchange/exchange';
import { supportBundleOf } from '../../../lib/exchange/support-bundle';
import { en } from '../../../lib/messages/en';
import { harOf } from '../../../lib/report/har-export';
import { exchangeOf, FAKE_KEY } from '../support/exchange-of';
import { lostOnRedirect, PAGE, refusedPreflight, tabCall, unreadRefusal } from '../support/tab-calls';
import { variedExchanges } from '../support/varied-exchanges';

type Json = Readonly<Record<string, unknown>>;

const EXCHANGES: readonly Exchange[] = [
  ...variedExchanges(60),
  ...lostOnRedirect(1),
  ...refusedPreflight(3),
  unreadRefusal(5),
  exchangeOf({ headers: null, body: null, time: null }),
  exchangeOf({ source: 'curl', startedDateTime: 0, resourceType: 'unknown' }),
  exchangeOf({ status: 200, fromCache: true }),
  exchangeOf({ resourceType: 'beacon', error: 'net::ERR_FAILED' }),
];
const written = (exchanges: readonly Exchange[]): Json =>
  JSON.parse(JSON.stringify(harOf(exchanges, '0.1.0', { locale: 'en', ...en })));

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, name) => (isObject(inner) ? inner[name] : undefined), value);
const listAt = (value: unknown, ...path: readonly string[]): readonly unknown[] => {
  const list = at(value, ...path);
  return Array.isArray(list) ? list : [];
};
const entriesOf = (har: Json) => listAt(har, 'log', 'entries');

const isDate = (value: unknown) => typeof value === 'string' && !Number.isNaN(Date.parse(value));
const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
const isText = (value: unknown) => typeof value === 'string';
const isPairs = (value: unknown) =>
  Array.isArray(value) && value.every((pair) => isText(at(pair, 'name')) && isText(at(pair, 'value')));
const isUrl = (value: unknown) => isText(value) && URL.canParse(String(value));

/** Names of what an entry lacks, by a list of places with what has to stand there. */
function faultsOf(
  entry: unknown,
  demands: readonly (readonly [path: string, isRight: (value: unknown) => boolean])[],
): string[] {
  return demands.flatMap(([path, isRight]) => (isRight(at(entry, ...path.split('.'))) ? [] : [path]));
}
const optional = (isRight: (value: unknown) => boolean) => (value: unknown) =>
  value === undefined || isRight(value);

/** https://github.com/ChromeDevTools/devtools-frontend/blob/main/front_end/core/common/ResourceType.ts */
const TYPES =
  /^(?:document|stylesheet|image|media|font|script|texttrack|xhr|fetch|eventsource|websocket|manifest|ping|preflight|other)$/;
/** https://chromedevtools.github.io/devtools-protocol/tot/Network/#type-Initiator */
const INITIATORS = /^(?:parser|script|preload|SignedExchange|preflight|other)$/;

/**
 * Its reader throws on what is no date or number and on objects that are missing, and ignores other names than its own
 * (https://github.com/ChromeDevTools/devtools-frontend/tree/main/front_end/models/har, HARFormat.ts and Importer.ts).
 */
const CHROME = [
  ['startedDateTime', isDate],
  ['time', isNumber],
  ['request.method', isText],
  ['request.url', isUrl],
  ['request.headers', isPairs],
  ['request.queryString', isPairs],
  ['request.headersSize', isNumber],
  ['request.bodySize', isNumber],
  ['request.postData', optional((data) => isText(at(data, 'mimeType')) && isText(at(data, 'text')))],
  ['response.status', isNumber],
  ['response.statusText', isText],
  ['response.httpVersion', isText],
  ['response.headers', isPairs],
  ['response.headersSize', isNumber],
  ['response.bodySize', isNumber],
  ['response.redirectURL', isText],
  ['response.content.size', isNumber],
  ['response.content.mimeType', isText],
  ['response.content.text', optional(isText)],
  ['timings.send', isNumber],
  ['timings.wait', isNumber],
  ['timings.receive', isNumber],
  ['timings.blocked', optional(isNumber)],
  ['timings.dns', optional(isNumber)],
  ['timings.connect', optional(isNumber)],
  ['timings.ssl', optional(isNumber)],
  ['_initiator.type', (type: unknown) => INITIATORS.test(String(type))],
  ['_initiator.lineNumber', optional(isNumber)],
  ['_resourceType', optional((type) => TYPES.test(String(type)))],
  ['_fromCache', optional((from) => from === 'disk' || from === 'memory')],
] as const;

/**
 * It reaches into these without a look whether they are there
 * (https://github.com/mozilla-firefox/firefox/blob/main/devtools/client/netmonitor/src/har/har-importer.js).
 */
const FIREFOX = [
  ['startedDateTime', isDate],
  ['request.method', isText],
  ['request.url', isUrl],
  ['request.httpVersion', isText],
  ['request.headers', isPairs],
  ['request.cookies', isPairs],
  ['response.headers', isPairs],
  ['response.cookies', isPairs],
  ['response.status', isNumber],
  ['response.content.size', isNumber],
  ['response.content.mimeType', isText],
  ['cache', isObject],
  // Their sum is its time: only −1 says that one is not known.
  ...['blocked', 'dns', 'connect', 'ssl', 'send', 'wait', 'receive'].map(
    (name) => [`timings.${name}`, optional((time) => time === -1 || Number(time) >= 0)] as const,
  ),
] as const;

describe.each([
  ['Chrome', CHROME],
  ['Firefox', FIREFOX],
] as const)('the importer of %s', (_, demands) => {
  it('finds in the export all that it needs', () => {
    const entries = entriesOf(written(EXCHANGES));
    expect(entries).toHaveLength(EXCHANGES.length);
    expect(entries.flatMap((entry, i) => faultsOf(entry, demands).map((fault) => [i, fault]))).toEqual([]);
  });

  it('would miss each of those', () => {
    const needed = demands.map(([path]) => path).filter((path) => faultsOf({}, demands).includes(path));
    expect(needed.length).toBeGreaterThan(10);
  });
});

describe('both importers', () => {
  it('find the pages, and every entry’s own among them', () => {
    const har = written(EXCHANGES);
    const pages = listAt(har, 'log', 'pages');
    expect(pages.length).toBeGreaterThan(0);
    for (const page of pages) {
      expect(
        faultsOf(page, [
          ['startedDateTime', isDate],
          ['id', isText],
          ['title', isText],
          ['pageTimings.onContentLoad', optional(isNumber)],
          ['pageTimings.onLoad', optional(isNumber)],
        ]),
      ).toEqual([]);
    }
    const ids = [undefined, ...pages.map((page) => at(page, 'id'))];
    for (const entry of entriesOf(har)) expect(ids).toContain(at(entry, 'pageref'));
    expect(Array.isArray(at(written([]), 'log', 'pages'))).toBe(true);
  });
});

describe('Chrome', () => {
  it('takes no call for the document of its page', () => {
    const call = tabCall(1, {
      resourceType: 'unknown',
      initiator: { origin: PAGE, page: true },
      status: 200,
    });
    expect(entriesOf(written([call]))[0]).toMatchObject({ pageref: 'page_1', _resourceType: 'other' });
  });
});

it('holds no key of a path, and neither does a bundle', () => {
  const call = exchangeOf({ url: `https://chat.infuzu.com/v1/${FAKE_KEY}/chat`, headers: [], status: 404 });
  const bundle = supportBundleOf([call], {
    created: 0,
    madeBy: { version: '1', browser: 'a' },
    dropped: 0,
    filtered: 0,
  });
  for (const text of [JSON.stringify(written([call])), JSON.stringify(bundle)]) {
    expect(text).toContain('/v1/[redacted]/chat');
    expect(text).not.toContain(FAKE_KEY.slice(4));
  }
});

import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../lib/exchange/exchange';
import { neighboursOf } from '../../../lib/rules/neighbours';
import {
  type CallDescription,
  CLEAN_HEADERS,
  exchangeOf,
  FAKE_KEY,
  OTHER_FAKE_KEY,
} from '../support/exchange-of';

const START = Date.UTC(2026, 0, 1, 12, 0, 0);
let nextIndex = 0;
const at = (milliseconds: number, call: CallDescription = {}): Exchange =>
  exchangeOf({ index: nextIndex++, startedDateTime: START + milliseconds, ...call });

const A = 'https://chat.infuzu.com/api/llm-response';
const B = 'https://api.infuzu.com/api/llm-response';

describe('hops in files', () => {
  it('links an entry to the next that asks for its target', () => {
    const first = at(0, { url: A, status: 308, redirectUrl: B });
    const second = at(90, { url: B, status: 200 });
    const of = neighboursOf([first, second]);
    expect(of(first).nextHop).toBe(second);
    expect(of(second).previousHop).toBe(first);
    expect(of(first).previousHop).toBeUndefined();
    expect(of(second).nextHop).toBeUndefined();
  });

  it('follows a relative target, a default port and a fragment', () => {
    const first = at(0, { url: 'https://chat.infuzu.com/old', status: 301, redirectUrl: '/new#top' });
    const second = at(90, { url: 'https://CHAT.infuzu.com:443/new', status: 200 });
    expect(neighboursOf([first, second])(first).nextHop).toBe(second);
  });

  it('keeps the method, or turns it into GET', () => {
    const post = at(0, { url: A, status: 303, redirectUrl: B });
    const put = at(85, { url: B, method: 'PUT' });
    const get = at(90, { url: B, method: 'GET', body: null });
    expect(neighboursOf([post, put, get])(post).nextHop).toBe(get);
  });

  it('takes no entry from before, from much later, or without a redirect', () => {
    const before = at(-100, { url: B });
    const redirect = at(0, { url: A, status: 308, redirectUrl: B });
    const later = at(60_000, { url: B });
    const of = neighboursOf([before, redirect, later]);
    expect(of(redirect).nextHop).toBeUndefined();
    const answered = at(70_000, { url: A, status: 200 });
    const same = at(70_100, { url: A, status: 200 });
    expect(neighboursOf([answered, same])(answered).nextHop).toBeUndefined();
  });

  it('tells entries that begin at the same time by their order', () => {
    const first = at(0, { url: A, status: 308, redirectUrl: B });
    const second = at(0, { url: B });
    expect(neighboursOf([first, second])(first).nextHop).toBe(second);
    expect(neighboursOf([second, first])(first).nextHop).toBeUndefined();
  });

  it('gives each of two equal chains its own next hop', () => {
    const chains = [0, 10].map((start) => at(start, { url: A, status: 308, redirectUrl: B }));
    const targets = [90, 100].map((start) => at(start, { url: B }));
    const of = neighboursOf([...chains, ...targets]);
    expect(chains.map((hop) => of(hop).nextHop)).toEqual(targets);
  });

  it('ends with a loop', () => {
    const hops = [0, 100, 200].map((start) => at(start, { url: A, status: 302, redirectUrl: A }));
    const of = neighboursOf(hops);
    expect(hops.map((hop) => of(hop).nextHop)).toEqual([hops[1], hops[2], undefined]);
  });
});

describe('hops in the browser', () => {
  it('links by call and hop, in whatever order they come', () => {
    const hop = (index: number): Exchange => ({
      ...at(index * 100),
      id: `7.${index}`,
      callId: '7',
      hop: index,
      source: 'web-request',
    });
    const [first, second, third] = [hop(0), hop(1), hop(2)];
    const of = neighboursOf([third, first, second, at(50)]);
    expect(of(first).nextHop).toBe(second);
    expect(of(second).nextHop).toBe(third);
    expect(of(third).previousHop).toBe(second);
  });
});

const ORIGIN = 'https://app.example.com';
const preflightAt = (milliseconds: number, call: CallDescription = {}, method = 'POST', origin = ORIGIN) =>
  at(milliseconds, {
    method: 'OPTIONS',
    body: null,
    headers: [
      ['Origin', origin],
      ['Access-Control-Request-Method', method],
    ],
    status: 204,
    ...call,
  });
const fromPage = { initiator: { origin: ORIGIN, page: true } } as const;

describe('preflights', () => {
  it('finds the call after it, and before it', () => {
    const preflight = preflightAt(0);
    const after = at(40, fromPage);
    let of = neighboursOf([preflight, after]);
    expect(of(after).preflight).toBe(preflight);
    expect(of(preflight).callOfPreflight).toBe(after);
    const before = at(-5, fromPage);
    of = neighboursOf([before, preflight]);
    expect(of(before).preflight).toBe(preflight);
  });

  it('ignores the fragment, and asks for the same URL, method, tab and origin', () => {
    const preflight = preflightAt(0, { url: `${A}#x` });
    const right = at(900, { url: A, ...fromPage });
    const others = [
      at(10, { url: `${A}?a=1`, ...fromPage }),
      at(20, { method: 'PUT', ...fromPage }),
      at(30, { initiator: { origin: 'https://other.example.com', page: true } }),
      { ...at(40, fromPage), tabId: 5 },
    ];
    const of = neighboursOf([preflight, ...others, right]);
    expect(of(preflight).callOfPreflight).toBe(right);
    for (const other of others) expect(of(other).preflight).toBeUndefined();
  });

  it('pairs no call that is far away', () => {
    const preflight = preflightAt(0);
    expect(neighboursOf([preflight, at(30_000, fromPage)])(preflight).callOfPreflight).toBeUndefined();
  });

  it('gives one preflight to the nearest of several calls', () => {
    const calls = [0, 2_000, 4_000].map((start) => at(start, fromPage));
    const preflight = preflightAt(1_990);
    const of = neighboursOf([...calls, preflight]);
    expect(calls.map((call) => of(call).preflight)).toEqual([undefined, preflight, undefined]);
  });

  it('pairs 200 calls at once with 200 preflights, in order', () => {
    const calls = Array.from({ length: 200 }, (_, i) => at(i, fromPage));
    const preflights = Array.from({ length: 200 }, (_, i) => preflightAt(i + 6));
    const of = neighboursOf([...calls, ...preflights]);
    expect(calls.map((call) => of(call).preflight)).toEqual(preflights);
  });
});

describe('the history of a key', () => {
  it('counts calls and characters of the window up to this call', () => {
    const calls = [0, 30_000, 59_999, 60_000].map((start) => at(start));
    const of = neighboursOf(calls);
    const requests = calls.map((call) => of(call).history?.within(60_000).requests);
    expect(requests).toEqual([1, 2, 3, 3]);
    expect(of(calls[3] as Exchange).history?.within(600_000)).toEqual({ requests: 4, inputCharacters: 20 });
  });

  it('keeps keys apart, whatever the header', () => {
    const one = at(0);
    const same = at(1, { headers: [['Authorization', `Bearer ${FAKE_KEY}`]] });
    const other = at(2, { headers: [['Infuzu-API-Key', OTHER_FAKE_KEY]] });
    const of = neighboursOf([one, same, other]);
    expect(of(same).history?.within(60_000).requests).toBe(2);
    expect(of(other).history?.within(60_000).requests).toBe(1);
  });

  it('counts refused calls, and none that was redirected, held back or is no chat call', () => {
    const calls = [
      at(0, { status: 429 }),
      at(1, { status: 308, redirectUrl: B }),
      at(2, { status: 0, error: 'net::ERR_FAILED' }),
      at(3, { url: 'https://chat.infuzu.com/api/other' }),
      at(4),
    ];
    const last = calls[4] as Exchange;
    expect(neighboursOf(calls)(last).history?.within(60_000).requests).toBe(2);
  });

  it('does not depend on the order of the list', () => {
    const calls = [5, 3, 1, 4, 2].map((second) => at(second * 1_000));
    const of = neighboursOf(calls);
    expect(calls.map((call) => of(call).history?.within(60_000).requests)).toEqual([5, 3, 1, 4, 2]);
  });

  it('has none for a call without a key, with a placeholder, or without a time', () => {
    const calls = [
      at(0, { headers: [] }),
      at(0, { headers: [['Infuzu-API-Key', 'your_api_key_here']] }),
      at(0, { startedDateTime: 0 }),
      preflightAt(0, { headers: [['Access-Control-Request-Method', 'POST'], ...CLEAN_HEADERS] }),
    ];
    const of = neighboursOf(calls);
    for (const call of calls) expect(of(call).history).toBeUndefined();
  });

  it('knows the refusal that asks to wait longest, once it was answered', () => {
    const wait = (start: number, seconds: string) =>
      at(start, { status: 429, responseHeaders: [['Retry-After', seconds]], time: 100 });
    const long = wait(0, '60');
    const short = wait(1_000, '5');
    const during = at(50);
    const last = at(2_000);
    const of = neighboursOf([long, short, during, last]);
    expect(of(long).history?.latestRefusal).toBeUndefined();
    expect(of(during).history?.latestRefusal).toBeUndefined();
    expect(of(short).history?.latestRefusal).toBe(long);
    expect(of(last).history?.latestRefusal).toBe(long);
  });

  it('takes the latest of refusals that name no time, and never the call itself', () => {
    const first = at(0, { status: 429, time: null });
    const second = at(1_000, { status: 429, time: null });
    const of = neighboursOf([first, second, at(2_000)]);
    expect(of(first).history?.latestRefusal).toBeUndefined();
    expect(of(second).history?.latestRefusal).toBe(first);
  });
});

it('stays quick over 50,000 exchanges of every kind', () => {
  const templates = [
    at(0),
    preflightAt(0),
    at(0, { ...fromPage, status: 429, responseHeaders: [['Retry-After', '3']] }),
    at(0, { url: A, status: 308, redirectUrl: B }),
    at(0, { url: B }),
  ];
  const many = Array.from({ length: 50_000 }, (_, i): Exchange => {
    const template = templates[i % templates.length] as Exchange;
    return { ...template, id: `${i}`, callId: `${i}`, startedDateTime: START + i * 7 };
  });
  const of = neighboursOf(many);
  const requests = many.map((exchange) => of(exchange).history?.within(60_000).requests ?? 0);
  expect(Math.max(...requests)).toBeGreaterThan(1_000);
});

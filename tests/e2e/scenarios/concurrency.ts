/** 200 equal calls at once: every body belongs to its call, or is marked ambiguous; none is wrong. */
import { expect } from '@playwright/test';
import { VALID_KEY } from '../../mock-api/index';
import { poll } from '../harness/poll';
import { CHAT, ENDPOINT, GOOD_BODY, openPageOf, post, rowCount } from './calls';
import type { Driver, ScenarioDevtools } from './driver';
import type { Scenario } from './scenario';
import { openFirst, walk } from './walk';

const CALLS = 200;

/**
 * The number that each call sent in a field of its own, in the order of the list, that of their starts; the join does
 * not read it. A row is not known by the id that webRequest gave its call: DevTools may have told it first.
 */
async function numbersSent({ inspector }: Driver): Promise<string[]> {
  const calls = Object.entries(await inspector.storageSession()).flatMap(([key, record]) => {
    const [, id] = /^record:(\d+)\.0$/.exec(key) ?? [];
    const [, number] = /"name":"x-n","value":"(\d+)"/.exec(String(record)) ?? [];
    const [, start] = /"startedDateTime":([\d.]+)/.exec(String(record)) ?? [];
    return id && number && start ? [{ id: Number(id), number, start: Number(start) }] : [];
  });
  return calls.sort((a, b) => a.start - b.start || a.id - b.id).map(({ number }) => number);
}

/** What DevTools told of the places of the entries, in words: for a call that nobody could tell its body by. */
async function placesTold({ inspector }: Driver): Promise<string> {
  const places = Object.entries(await inspector.storageSession()).flatMap(([key, record]) => {
    if (!key.startsWith('record:har:')) return [];
    const place = /"order":\{"index":(\d+),"count":(\d+)/.exec(String(record));
    return [place ? `${place[1]} of ${place[2]}` : `none: ${String(record).slice(0, 600)}`];
  });
  const odd = places.filter((place) => !place.endsWith(` of ${CALLS}`));
  return `${places.length} entries, ${new Set(places).size} places, these odd: ${JSON.stringify(odd)}`;
}

async function manyAlike(driver: Driver, origin: string, query: string): Promise<void> {
  const page = await openPageOf(driver, origin);
  const devtools = await driver.inspector.openDevtools(page);
  await page.evaluateWith(
    { timeout: 120_000 },
    async (url: string, key: string, body: string, count: number) => {
      const call = (n: number) =>
        fetch(url, {
          method: 'POST',
          headers: { 'Infuzu-API-Key': key, 'Content-Type': 'application/json', 'x-n': String(n) },
          body,
        }).then((response) => response.text());
      await Promise.all(Array.from({ length: count }, (_, n) => call(n)));
    },
    `${origin}${ENDPOINT}?mix=1&echo=x-n&${query}`,
    VALID_KEY,
    GOOD_BODY,
    CALLS,
  );
  await poll(`${CALLS} rows`, async () => (await rowCount(devtools)) === CALLS, { timeout: 30_000 });
  await openFirst(devtools);

  let numbers: string[] = [];
  // The panel has all rows before the background has written down what each of them sent.
  await poll(
    () => `the numbers of all calls; there are ${numbers.length}`,
    async () => {
      numbers = await numbersSent(driver);
      return new Set(numbers).size === CALLS;
    },
    { timeout: 30_000 },
  );
  let counts = { right: 0, ambiguous: 0, missing: 0, wrong: 0 };
  let without: string[] = [];
  let before = -1;
  const { equalCalls } = driver.truth;
  const isAllTold = async () => {
    counts = { right: 0, ambiguous: 0, missing: 0, wrong: 0 };
    without = [];
    for (const [place, { key, detail }] of (await walk(devtools)).entries()) {
      const told = /Received: (\d+)/.exec(detail)?.[1];
      if (told !== undefined) counts[told === numbers[place] ? 'right' : 'wrong']++;
      else if (/Several answers fit/.test(detail)) counts.ambiguous++;
      else {
        counts.missing++;
        without.push(`${key}: ${detail.replace(/\s+/g, ' ').slice(0, 400)}`);
      }
    }
    // What Firefox does not order stays ambiguous; until the order was asked for, more is.
    const isSteady = counts.ambiguous === before;
    before = counts.ambiguous;
    return counts.missing === 0 && (counts.ambiguous === 0 || (isSteady && equalCalls !== 'all-told'));
  };
  // What is still missing at the end is told below.
  await poll('every call to have its body', isAllTold, { timeout: 60_000 }).catch(() => undefined);
  driver.note(`${CALLS} equal calls: ${JSON.stringify(counts)}`);
  expect(counts.wrong).toBe(0);
  // Firefox' DevTools hand out some bodies late or not at all: a call without one says so, and is no fault of the join.
  if (equalCalls === 'all-told') expect(without).toEqual([]);
  if (equalCalls === 'all-told') {
    if (counts.right < CALLS) throw new Error(await placesTold(driver));
  } else expect(counts.right).toBeGreaterThan(CALLS / 4);
}

const TWINS = 3;
const DOCUMENTS = 2;

/**
 * Calls that only a number tells apart, which the join does not read; not in one millisecond, where Firefox has no order.
 * Of a worker: no probe there tells their bodies.
 */
const TWIN_PAGE = `<!doctype html><title>Twins</title><script>
  const made = Math.round(performance.timeOrigin) % 1e6;
  const call = (url, init, each) => {
    for (let n = 1; n <= ${TWINS}; n++)
      setTimeout(() => fetch(url, { ...init, headers: { ...init.headers, 'x-n': each + '' + n } })
        .then((answer) => answer.text()), 40 * n);
  };
  const init = ${JSON.stringify({
    method: 'POST',
    headers: { 'Infuzu-API-Key': VALID_KEY, 'Content-Type': 'application/json' },
    body: GOOD_BODY,
  })};
  const address = '${CHAT}${ENDPOINT}?code=invalid_api_key&echo=x-n&no-id=1&delay=300';
  const code = '(' + call + ')(' + [address, init, made].map((value) => JSON.stringify(value)) + ')';
  new Worker(URL.createObjectURL(new Blob([code])));
</script>`;

async function alikeInEachDocument(driver: Driver): Promise<void> {
  const page = await openPageOf(driver, CHAT);
  const devtools = await driver.inspector.openDevtools(page);
  driver.api.addPage('/twins', TWIN_PAGE);
  for (let document = 1; document <= DOCUMENTS; document++) {
    await page.goto(`${CHAT}/twins`);
    let told: (string | undefined)[] = [];
    let numbers: string[] = [];
    await poll(
      () => `each call until document ${document} with its own body, of ${numbers}; there are ${told}`,
      async () => {
        numbers = await numbersSent(driver);
        if (numbers.length < TWINS * document) return false;
        await devtools.select(await devtools.row(({ name }) => name.includes(ENDPOINT)));
        const calls = (await walk(devtools)).filter(({ key }) => !key.startsWith('navigation-'));
        told = calls.map(({ detail }) => /Received: (\d+)/.exec(detail)?.[1]);
        return told.join() === numbers.join();
      },
      { timeout: 30_000 },
    );
  }
}

const MANY = 1_000;

/** Notes the moment from which on the list has all rows and none of them waits, by the same clock as the page's. */
function watchEnd({ panel }: ScenarioDevtools): Promise<void> {
  return panel.evaluate((wanted: number) => {
    const page = window as { endedAt?: number | undefined };
    const look = (): void => {
      const count = Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) - 1;
      const isCalm = document.querySelector('[role=group] [aria-label="0 pending"]') !== null;
      if (count < wanted || !isCalm) page.endedAt = undefined;
      else page.endedAt ??= performance.timeOrigin + performance.now();
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true });
  }, MANY);
}

async function manyCalls(driver: Driver): Promise<void> {
  const origin = driver.truth.h2(driver.api.ports.h2);
  const page = await openPageOf(driver, origin);
  const devtools = await driver.inspector.openDevtools(page);
  await watchEnd(devtools);
  const answeredAt = await page.evaluateWith(
    { timeout: 120_000 },
    async (url: string, init: object, count: number) => {
      const call = async (n: number) => (await fetch(`${url}&n=${n}`, init)).text();
      await Promise.all(Array.from({ length: count }, (_, n) => call(n)));
      return performance.timeOrigin + performance.now();
    },
    `${origin}${ENDPOINT}?mix=1`,
    post(),
    MANY,
  );
  const endedAt = await poll(
    async () => `${MANY} rows, none pending; the panel says ${(await devtools.view.text()).slice(0, 400)}`,
    () => devtools.panel.evaluate(() => (window as { endedAt?: number }).endedAt),
    { timeout: 30_000 },
  );
  driver.note(`${MANY} rows, none pending: ${Math.round(endedAt - answeredAt)} ms after the last answer`);
  expect(await rowCount(devtools)).toBe(MANY);
}

export const CONCURRENCY_SCENARIOS: readonly Scenario[] = [
  {
    title: '200 equal concurrent calls over HTTP/1.1, answers with an id: no body is wrong',
    timeout: 240_000,
    run: (driver) => manyAlike(driver, 'https://chat.infuzu.com', ''),
  },
  {
    title: '200 equal concurrent calls over HTTP/1.1, answers without an id: no body is wrong',
    timeout: 240_000,
    run: (driver) => manyAlike(driver, 'https://chat.infuzu.com', 'no-id=1'),
  },
  {
    title: '200 equal concurrent calls over HTTP/2, answers with an id: no body is wrong',
    timeout: 240_000,
    run: (driver) => manyAlike(driver, driver.truth.h2(driver.api.ports.h2), ''),
  },
  {
    title: '200 equal concurrent calls over HTTP/2, answers without an id: no body is wrong',
    timeout: 240_000,
    run: (driver) => manyAlike(driver, driver.truth.h2(driver.api.ports.h2), 'no-id=1'),
  },
  {
    title:
      'Equal calls that each document makes anew have their own bodies, those of the document before, too',
    run: alikeInEachDocument,
  },
  {
    title: '1,000 concurrent calls are 1,000 rows, and none of them stays pending',
    timeout: 240_000,
    run: manyCalls,
  },
];

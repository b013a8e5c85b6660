/** Calls as customers' pages make them, and the pages that make them. */
import { VALID_KEY } from '../../mock-api/index';
import type { CallInit } from '../harness/call';
import type { Row } from '../harness/grid';
import { poll } from '../harness/poll';
import type { Driver, ScenarioDevtools, ScenarioPage } from './driver';

export const CHAT = 'https://chat.infuzu.com';
export const ENDPOINT = '/api/llm-response';
export const COMPLETIONS = '/api/v1/chat/completions';
export const GOOD_BODY = JSON.stringify({ messages: [{ role: 'user', content: 'Hello' }] });

type Pairs = readonly (readonly [string, string])[];

/** A well-formed POST with exactly these auth headers. */
export function post(auth: Readonly<Record<string, string>> | Pairs = { 'Infuzu-API-Key': VALID_KEY }) {
  const pairs = Array.isArray(auth) ? (auth as Pairs) : Object.entries(auth);
  const init: CallInit = {
    method: 'POST',
    headers: [...pairs, ['Content-Type', 'application/json']],
    body: GOOD_BODY,
  };
  return init;
}

const PAGE = '<!doctype html><title>A page</title><h1>A page</h1>';

/** A page on the user's own machine: its calls are seen without any grant. */
export function openLocalPage({ api, inspector }: Driver): Promise<ScenarioPage> {
  api.addPage('/page', PAGE);
  return inspector.openPage(`http://localhost:${api.ports.http}/page`);
}

/** A page of this origin, as `https://app.example.com`. */
export function openPageOf({ api, inspector }: Driver, origin: string): Promise<ScenarioPage> {
  api.addPage('/page', PAGE);
  return inspector.openPage(`${origin}/page`);
}

/** A local page with the panel beside it. */
export async function openBoth(driver: Driver): Promise<{ page: ScenarioPage; devtools: ScenarioDevtools }> {
  const page = await openLocalPage(driver);
  return { page, devtools: await driver.inspector.openDevtools(page) };
}

/** Begins a call and does not wait for its answer; returns when its line of code ran. */
export function startCall(page: ScenarioPage, url: string, init: CallInit): Promise<number> {
  return page.evaluate(
    (target: string, options: object) => {
      const at = performance.timeOrigin + performance.now();
      void fetch(target, options)
        .then((response) => response.text())
        .catch(() => undefined);
      return at;
    },
    url,
    init,
  );
}

/**
 * Waits for the row at this place of the list (counted from 0) with its time, selects it and waits for its diagnosis.
 * What DevTools told first becomes a row of webRequest when that tells, too: then it is looked for again.
 */
export async function openRow(devtools: ScenarioDevtools, place: number, name: RegExp): Promise<string> {
  const isWanted = (one: Row) => one.rowIndex === place + 2 && name.test(one.name);
  await poll(
    `the row ${name} to be selected`,
    async () => {
      await devtools.select(await devtools.row(isWanted), { timeout: 5_000 });
      return true;
    },
    { timeout: 25_000 },
  );
  return devtools.detailText();
}

export interface ShownFinding {
  readonly rule: string;
  readonly severity: string;
  readonly text: string;
}

/** The findings of the selected call that are faults: a notice is worth knowing of every call that a page makes. */
export async function faults({ panel }: ScenarioDevtools): Promise<ShownFinding[]> {
  const shown = await panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-region=detail] article[data-rule]')].map((article) => ({
      rule: article.dataset['rule'] ?? '',
      severity: article.dataset['severity'] ?? '',
      text: article.innerText,
    })),
  );
  return shown.filter(({ severity }) => severity !== 'notice');
}

/** How many calls the grid says that it has, whether they are in the document or not. */
export function rowCount({ panel }: ScenarioDevtools): Promise<number> {
  return panel.evaluate(
    () => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') ?? 1) - 1,
  );
}

/** What the chips over the list say: `['3 errors', '0 warnings', …]`. */
export function chips({ panel }: ScenarioDevtools): Promise<string[]> {
  return panel.evaluate(() =>
    [...document.querySelectorAll('[role=group] [aria-pressed]')].map(
      (button) => button.getAttribute('aria-label') ?? '',
    ),
  );
}

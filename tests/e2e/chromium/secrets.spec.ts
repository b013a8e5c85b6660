import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { poll } from '../harness/poll';
import { storageText } from '../scenarios/storage-text';
import { walk } from '../scenarios/walk';
import type { Devtools } from './harness/devtools';
import { expect, test } from './harness/fixtures';
import type { Page } from './harness/page';
import { CHAT, GOOD_BODY, H1, H2, openLocalPage } from './support/calls';
import { chip, openFirst, rowCount, showTab, type Tab } from './support/panel';
import { record } from './support/recorder';
import { contextsOf, findSecret, formsOf } from './support/secret-search';

/** Nothing of the first needs encoding. The second has every character of RFC 6750 that does. */
const KEYS = ['ifz_FAKE_MARKED_7Zx9Lw03bQ8vTn2k', 'ifz_FAKE_ODD+7/x~9L.w-0042bQ8vT=='];
/** No key looks like this, but a header can: with what JSON, HTML and UTF-8 write in another way. */
const NO_KEY = 'ifz_FAKE_BAD7x\u00e99L\\w"0042bQ&8<vT';
const MARKS = [...KEYS, NO_KEY];

test.describe('the search itself', () => {
  for (const mark of MARKS) {
    test(`finds ${mark.slice(0, 13)} in every form`, () => {
      for (const [name, form] of formsOf(mark)) {
        expect(findSecret(`before ${form} after`, mark), name).toContain(name);
        const json = JSON.stringify({ deep: [{ text: form }] });
        const inJson = findSecret(json, mark);
        expect(inJson, `${name}, in JSON`).not.toEqual([]);
        const inStorage = findSecret(storageText({ 'record:1': json }), mark);
        expect(inStorage, `${name}, in JSON, in a storage`).toEqual(expect.arrayContaining(inJson));
      }
      for (const lead of ['', 'a', 'ab', 'user:']) {
        const text = Buffer.from(`${lead}${mark}:more`).toString('base64');
        expect(findSecret(text, mark), `base64 after "${lead}"`).not.toEqual([]);
      }
      expect(
        findSecret(
          encodeURIComponent(mark).replace(/%../g, (hex) => hex.toLowerCase()),
          mark,
        ),
      ).not.toEqual([]);
      expect(findSecret(mark.slice(5, 20), mark)).toEqual(['a piece from character 5']);
    });

    test(`finds nothing of ${mark.slice(0, 13)} in its mask`, () => {
      expect(findSecret(`${mark.slice(0, 4)}••••••${mark.slice(-4)} and [redacted]`, mark)).toEqual([]);
      expect(findSecret([...mark].reverse().join(''), mark)).toEqual([]);
    });
  }
});

type Call = readonly [url: string, headers: readonly (readonly [string, string])[], body?: string];

/**
 * Every place in which a key was ever seen, and some more. In a URL under a name that means nothing only what has the
 * shape of a key is known for one: the browser tells a preflight's URL, and nothing of the key that is to come. And in
 * a response field a server has to encode what is no key, in a way of its own.
 */
function callsWith(mark: string): Call[] {
  const key = [['Infuzu-API-Key', mark]] as const;
  const inUrl = encodeURIComponent(mark);
  const chat = H1 + CHAT;
  const allow = 'preflight-allow=*,authorization,infuzu-key,infuzu-api-key,x-api-key,x-note,content-type';
  return [
    [chat, key],
    [chat, [['X-Infuzu-API-Key', mark]]],
    [chat, [['Authorization', `Bearer ${mark}`]]],
    [chat, [['Authorization', mark]]],
    [chat, [['Authorization', `Token ${mark}`]]],
    [chat, [['Authorization', `Basic ${btoa(`user:${mark}`)}`]]],
    [chat, [['Authorization', `Basic ${btoa(`${mark}:`)}`]]],
    [chat, [['Authorization', `Digest username="${mark}", nonce="x"`]]],
    [chat, [['Authorization', `Bearer${mark}`]]],
    [chat, [['Authorization', `Bearer Bearer ${mark}`]]],
    [chat, [['Infuzu-API-Key', `Bearer ${mark}`]]],
    [chat, [['Infuzu-API-Key', `"${mark}"`]]],
    [chat, [['Infuzu-API-Key', `  ${mark} `]]],
    [chat, [['Infuzu-API-Key', `${mark.slice(0, 16)} ${mark.slice(16)}`]]],
    [chat, [...key, ...key]],
    [chat, [...key, ['Authorization', `Bearer ${mark}`]]],
    [`${chat}?${allow}`, [['Infuzu-Key', mark]]],
    [`${chat}?${allow}`, [['X-API-Key', mark]]],
    [`${chat}?${allow}`, [...key, ['X-Note', `see ${mark}`]]],
    [chat, [['X-Refused', mark], ...key]],
    [`${chat}?api_key=${inUrl}`, []],
    ...(KEYS.includes(mark) ? onlyOfKeys(mark) : []),
    [`${chat}#access_token=${inUrl}`, []],
    [`https://user:${inUrl}@chat.infuzu.com${CHAT}`, key],
    [chat, key, JSON.stringify({ messages: [{ role: 'user', content: mark }], user: mark })],
    [chat, key, `not JSON ${mark}`],
    [`${chat}?code=invalid_api_key&echo=Infuzu-API-Key`, key],
    [`${chat}?code=invalid_api_key&envelope=error&echo=Infuzu-API-Key`, key],
    [`${chat}?code=invalid_api_key&echo=Authorization`, [['Authorization', `Bearer ${mark}`]]],
    [`${chat}?plain=1&echo=Infuzu-API-Key`, key],
    [`${chat}?code=invalid_request_body&echo=body`, key, JSON.stringify({ key: mark })],
    [`${chat}?redirect=${encodeURIComponent(`${H2}${CHAT}?api_key=${inUrl}`)}`, key],
    [`${chat}?cors=none&echo=Infuzu-API-Key`, key],
    [`${chat}?preflight=refuse`, key],
    [`${chat}?reset=1`, key],
    [chat.replace('https:', 'http:'), key],
    [`${chat.replace('https:', 'http:')}?redirect=https`, key],
    // These throw before there is a request.
    [chat, [['Infuzu-API-Key', `${mark}\u200b`]]],
    [chat, [['Authorization', `Bearer ${mark}\nX: y`]]],
    [chat, [['Infuzu-API-Key ', mark]]],
  ];
}

function onlyOfKeys(mark: string): Call[] {
  const key = [['Infuzu-API-Key', mark]] as const;
  const inUrl = encodeURIComponent(mark);
  const chat = H1 + CHAT;
  return [
    [`${chat}?note=${inUrl}`, key],
    [`${chat}?note=${btoa(mark)}`, key],
    [`${chat}#${inUrl}`, key],
    [`${H1}/api/${inUrl}`, key],
    [`${chat}?echo-field=Infuzu-API-Key`, key],
    [`${chat}?echo-field=Authorization`, [['Authorization', `Bearer ${mark}`]]],
    [`${chat}?redirect=same&echo-field=Infuzu-API-Key`, key],
    [`${chat}?redirect=${encodeURIComponent(H2 + CHAT)}&echo-field=Infuzu-API-Key`, key],
  ];
}

/** Makes the calls one after the other, each with fetch and with XMLHttpRequest. */
function makeCalls(page: Page, calls: readonly Call[], body: string): Promise<void> {
  return page.evaluateWith(
    { timeout: 120_000 },
    async (list: readonly Call[], usual: string) => {
      for (const [url, headers, own] of list) {
        const all = [...headers, ['Content-Type', 'application/json']] as [string, string][];
        await Promise.resolve()
          .then(() => fetch(url, { method: 'POST', headers: all, body: own ?? usual }))
          .then((response) => response.text())
          .catch(() => undefined);
        await new Promise<unknown>((resolve) => {
          const request = new XMLHttpRequest();
          request.onloadend = resolve;
          try {
            request.open('POST', url);
            for (const [name, value] of all) request.setRequestHeader(name, value);
            request.send(own ?? usual);
          } catch {
            resolve(undefined);
          }
        });
      }
    },
    calls,
    body,
  );
}

const TABS: readonly Tab[] = ['Diagnosis', 'Request', 'Response', 'Timing'];

/** The panel's document with each call selected, in each tab of the detail. */
async function readPanel(devtools: Devtools): Promise<string> {
  const read: string[] = [];
  await openFirst(devtools, 'Diagnosis');
  for (const tab of TABS) {
    await showTab(devtools, tab);
    for (const { name, detail, html } of await walk(devtools)) read.push(name, detail, html);
    read.push(await devtools.view.html());
  }
  return read.join('\n');
}

async function filesOf(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  const texts = await Promise.all(
    files.map((file) => readFile(path.join(file.parentPath, file.name), 'latin1')),
  );
  return texts.join('\n');
}

for (const mark of MARKS) {
  test(`no trace of ${mark.slice(0, 13)} anywhere`, async ({ api, inspector, extensionDir }) => {
    test.setTimeout(300_000);
    api.addPage('/marked', '<!doctype html><title>A page</title>');
    const page = await openLocalPage(api, inspector);
    await page.goto(`http://localhost:${api.ports.http}/marked?api_key=${encodeURIComponent(mark)}#${mark}`);
    const tabId = await inspector.tabIdOf(page);
    const recorder = await record(inspector, tabId);
    const devtools = await inspector.openDevtools(page);
    const calls = callsWith(mark);
    await makeCalls(page, calls, GOOD_BODY);
    // Every call that was made is there: an empty list would hold no key either.
    await poll(
      async () => `the end of all calls; there are ${await rowCount(devtools)} rows`,
      async () =>
        (await rowCount(devtools)) >= 2 * calls.length - 2 && (await chip(devtools, 'pending')) === 0,
    );

    const places = new Map<string, string>();
    places.set('the panel', await readPanel(devtools));
    const popup = await inspector.openPopup(page);
    await popup.waitForText(/calls have an error/);
    places.set('the pages', JSON.stringify(await inspector.domOfAllExtensionPages()));
    places.set('storage.session', storageText(await inspector.storageSession()));
    places.set('storage.local', storageText(await inspector.storageLocal()));
    places.set('storage.sync', JSON.stringify(await inspector.probe.storage('sync')));
    places.set('the feed', (await recorder.fromFeed()).join('\n'));
    places.set('messages to the background', (await recorder.toBackground()).join('\n'));
    places.set(
      'the console',
      inspector
        .consoleMessages()
        .map(({ text }) => text)
        .join('\n'),
    );
    places.set('the built files', await filesOf(extensionDir));
    const output = fileURLToPath(new URL('../../../.output', import.meta.url));
    places.set('all output', await filesOf(output));

    for (const name of [
      'the panel',
      'the pages',
      'storage.session',
      'the feed',
      'messages to the background',
    ]) {
      expect(places.get(name), `${name} were read`).toContain('llm-response');
    }
    const found = [...places].flatMap(([place, text]) =>
      findSecret(text, mark).length > 0
        ? [{ place, forms: findSecret(text, mark), contexts: contextsOf(text, mark) }]
        : [],
    );
    expect(found).toEqual([]);
  });
}

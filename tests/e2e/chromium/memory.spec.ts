/** No key stays in the memory of the extension: its pages live as long as DevTools are open. */
import { poll } from '../harness/poll';
import { expect, test } from './harness/fixtures';
import type { Session } from './harness/session';
import { CHAT, H1, openLocalPage, post } from './support/calls';
import { contextsOf, findSecret } from './support/secret-search';

const MARKED = 'ifz_FAKE_MARKED_7Zx9Lw03bQ8vTn2k';

/** The text of everything that the target's thread still reaches, with all of its pages. */
async function heapOf(session: Session): Promise<string> {
  const chunks: string[] = [];
  const stop = session.on(
    'HeapProfiler.addHeapSnapshotChunk',
    ({ chunk }) => void chunks.push(String(chunk)),
  );
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', {}, 60_000);
  stop();
  return chunks.join('');
}

test('no key stays in memory', async ({ api, inspector }) => {
  const page = await openLocalPage(api, inspector);
  const devtools = await inspector.openDevtools(page);
  for (const [query, headers] of [
    ['', { 'Infuzu-API-Key': MARKED }],
    ['?code=invalid_api_key&echo=Authorization', { Authorization: `Bearer ${MARKED}` }],
    ['', { Authorization: `Basic ${btoa(`${MARKED}:`)}` }],
    [`?api_key=${MARKED}`, {}],
    ['?preflight=refuse', { 'X-API-Key': MARKED }],
    ['', { 'Infuzu-API-Key': `${MARKED}\u200b` }],
  ] as const) {
    await page.call(H1 + CHAT + query, post(headers as Record<string, string>));
  }
  // What was said of another key comes last: engines remember the last text that they looked into.
  for (let n = 0; n < 3; n++)
    await page.call(
      `${H1}${CHAT}?other=${n}`,
      post({ 'Infuzu-API-Key': 'ifz_FAKE_OTHER_00000000000000000' }),
    );
  await devtools.row(({ name, rowIndex }) => name.startsWith('Error') && rowIndex === 10);
  for (const [place, read] of [
    ['the pages', () => heapOf(devtools.panel)],
    ['the background', () => inspector.withServiceWorker(heapOf)],
  ] as const) {
    let found: string[] = [];
    // What is under way at this moment is in memory, and gone with its turn.
    await poll(
      () => `no key in the memory of ${place}; it holds ${JSON.stringify(found)}`,
      async () => {
        const heap = await read();
        expect(heap, `${place} were read`).toContain('llm-response');
        found = [...findSecret(heap, MARKED), ...contextsOf(heap, MARKED)];
        return found.length === 0;
      },
    );
  }
});

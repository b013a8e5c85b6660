import { afterEach, describe, expect, it, vi } from 'vitest';
import { observeProbeCall } from '../../../lib/observe/from-probe';
import type { ProbeCall } from '../../../lib/probe/probe-call';

const browser = vi.hoisted(() => ({
  permissions: { contains: vi.fn(async (_: { origins: string[] }) => true) },
  runtime: { sendMessage: vi.fn() },
}));
vi.mock('wxt/browser', () => ({ browser }));
// Another file of the same worker may have loaded the module with another browser.
vi.resetModules();
const { isWatched, originOf, takeProbeMessage } = await import('../../../lib/platform/probe-messages');
const { PORTION } = await import('../../../lib/platform/probe-outbox');
const { DOOR_WANTED, tellBackground } = await import('../../../lib/platform/probe-sender');

const CALL: ProbeCall = {
  id: 3,
  at: Date.now(),
  api: 'fetch',
  method: 'POST',
  url: 'https://chat.infuzu.com/api/llm-response',
  headers: [['Infuzu-API-Key', ' k ']],
  stack: '',
};
const factsOf = (more: Partial<ProbeCall> = {}) =>
  JSON.parse(JSON.stringify(observeProbeCall({ ...CALL, ...more }, undefined)));
const messageOf = (...calls: object[]) => ({ type: 'probe-calls', document: 7, calls });
const SENDER = { tab: { id: 5 }, frameId: 2, url: 'https://app.example.com/page' };
const take = (message: unknown, sender: object = SENDER) =>
  takeProbeMessage(message, sender as Parameters<typeof takeProbeMessage>[1]);

afterEach(() => {
  vi.clearAllMocks();
  browser.runtime.sendMessage.mockReset();
});

describe('what the door sends', () => {
  it('are observations of the tab and the frame that the browser names', () => {
    const calls = [factsOf({ answer: { status: 200 } }), factsOf({ id: 4, ended: 'aborted' })];
    expect(take(messageOf(...calls))).toMatchObject([
      {
        probeId: '5.2.7.3',
        tabId: 5,
        initiator: { origin: 'https://app.example.com', page: true },
        answer: { status: 200 },
      },
      { probeId: '5.2.7.4', ended: 'aborted' },
    ]);
  });

  it('are of the origin of the page in a frame without an address', () => {
    const sender = { ...SENDER, url: 'about:srcdoc', origin: 'https://app.example.com' };
    expect(take(messageOf(factsOf()), sender)?.[0]?.initiator.origin).toBe('https://app.example.com');
    expect(originOf(SENDER as Parameters<typeof originOf>[0])).toBe('https://app.example.com');
  });

  it.each([
    ['of another name', { ...messageOf(factsOf()), type: 'other' }],
    ['without a document', { ...messageOf(factsOf()), document: null }],
    ['without a list', { ...messageOf(), calls: factsOf() }],
  ])('are no message of the door %s', (_, message) => {
    expect(take(message)).toBeUndefined();
  });

  it.each([
    ['without facts', null],
    ['without what was written', { ...factsOf(), written: undefined }],
    ['without a time', { ...factsOf(), at: null }],
    ['with an answer of no status', { ...factsOf(), answer: {} }],
  ])('take none of the others with one %s', (_, facts) => {
    expect(take({ ...messageOf(), calls: [facts, factsOf()] })).toMatchObject([{ probeId: '5.2.7.3' }]);
  });

  it('are not more than the door puts into one message', () => {
    const calls = Array.from({ length: PORTION + 1 }, (_, id) => factsOf({ id }));
    expect(take(messageOf(...calls))).toHaveLength(PORTION);
  });

  it('count as long as their site may be watched', async () => {
    expect(await isWatched('https://app.example.com')).toBe(true);
    expect(browser.permissions.contains).toHaveBeenCalledWith({ origins: ['https://app.example.com/*'] });
    browser.permissions.contains.mockResolvedValueOnce(false);
    expect(await isWatched('https://app.example.com')).toBe(false);
  });
});

describe('a message to the background', () => {
  const { sendMessage } = browser.runtime;

  it('brings its answer', async () => {
    sendMessage.mockResolvedValueOnce(false);
    expect(await tellBackground(DOOR_WANTED)).toBe(false);
    expect(sendMessage).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['closed its channel', () => sendMessage.mockResolvedValueOnce(undefined)],
    ['refused it', () => sendMessage.mockRejectedValueOnce(new Error('no receiver'))],
  ])('goes to the next background where the first %s', async (_, prepare) => {
    prepare();
    sendMessage.mockResolvedValueOnce(true);
    expect(await tellBackground(DOOR_WANTED)).toBe(true);
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  it('goes to the next background where the first does not answer', async () => {
    vi.useFakeTimers();
    sendMessage.mockReturnValueOnce(new Promise(() => {})).mockResolvedValueOnce(true);
    const answer = tellBackground(DOOR_WANTED);
    await vi.advanceTimersByTimeAsync(5_000);
    vi.useRealTimers();
    expect(await answer).toBe(true);
  });

  it('stays unanswered and unheard after an update of the extension', async () => {
    sendMessage.mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    expect(await tellBackground(DOOR_WANTED)).toBeUndefined();
  });
});

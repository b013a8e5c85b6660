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
const { isWatched, takeProbeMessage } = await import('../../../lib/platform/probe-messages');
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
const messageOf = (more: Partial<ProbeCall> = {}) =>
  JSON.parse(
    JSON.stringify({
      type: 'probe-call',
      document: 7,
      facts: observeProbeCall({ ...CALL, ...more }, undefined),
    }),
  );
const SENDER = { tab: { id: 5 }, frameId: 2, url: 'https://app.example.com/page' };
const take = (message: unknown, sender: object = SENDER) =>
  takeProbeMessage(message, sender as Parameters<typeof takeProbeMessage>[1]);

afterEach(() => vi.clearAllMocks());

describe('what the door sends', () => {
  it('is an observation of the tab and the frame that the browser names', () => {
    expect(take(messageOf({ answer: { status: 200 } }))).toMatchObject({
      probeId: '5.2.7.3',
      tabId: 5,
      initiator: { origin: 'https://app.example.com', page: true },
      answer: { status: 200 },
    });
    expect(take(messageOf({ ended: 'aborted' }))).toMatchObject({ ended: 'aborted' });
  });

  it('is of the origin of its page in a frame without an address', () => {
    const sender = { ...SENDER, url: 'about:srcdoc', origin: 'https://app.example.com' };
    expect(take(messageOf(), sender)?.initiator.origin).toBe('https://app.example.com');
  });

  it.each([
    ['of another name', { ...messageOf(), type: 'other' }],
    ['without facts', { ...messageOf(), facts: null }],
    ['without what was written', { ...messageOf(), facts: { ...messageOf().facts, written: undefined } }],
    ['without a time', { ...messageOf(), facts: { ...messageOf().facts, at: null } }],
    ['with an answer of no status', { ...messageOf(), facts: { ...messageOf().facts, answer: {} } }],
  ])('is nothing %s', (_, message) => {
    expect(take(message)).toBeUndefined();
  });

  it('counts as long as its site may be watched', async () => {
    const observation = take(messageOf());
    if (!observation) throw new Error('no observation');
    expect(await isWatched(observation)).toBe(true);
    expect(browser.permissions.contains).toHaveBeenCalledWith({ origins: ['https://app.example.com/*'] });
    browser.permissions.contains.mockResolvedValueOnce(false);
    expect(await isWatched(observation)).toBe(false);
  });
});

describe('a message to the background', () => {
  it('brings its answer', async () => {
    browser.runtime.sendMessage.mockResolvedValueOnce(false);
    expect(await tellBackground(DOOR_WANTED)).toBe(false);
  });

  it.each([
    [
      'throws',
      () =>
        browser.runtime.sendMessage.mockImplementationOnce(() => {
          throw new Error('Extension context invalidated.');
        }),
    ],
    ['is refused', () => browser.runtime.sendMessage.mockRejectedValueOnce(new Error('no receiver'))],
  ])('stays unanswered and unheard when it %s', async (_, prepare) => {
    prepare();
    expect(await tellBackground(DOOR_WANTED)).toBeUndefined();
  });
});

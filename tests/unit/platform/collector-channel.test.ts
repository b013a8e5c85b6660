import { afterEach, describe, expect, it, vi } from 'vitest';
import { memoryChannel } from '../../../lib/messaging/channel';
import { isCollectorMessage } from '../../../lib/messaging/messages';
import { CollectorChannel } from '../../../lib/platform/collector-channel';
import type { Clock } from '../../../lib/platform/steady-clock';
import { harOf } from '../support/web-request-of';

afterEach(() => void vi.restoreAllMocks());

/** A clock that the test moves. */
function clockByHand() {
  const set: { at: number; work: () => void }[] = [];
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const clock: Clock = {
    set: (work, delay) => set.push({ at: now + delay, work }),
    clear: () => {},
  };
  const pass = async (milliseconds: number) => {
    now += milliseconds;
    for (const { work } of set.filter(({ at }) => at <= now)) work();
    set.splice(0, set.length, ...set.filter(({ at }) => at > now));
    await Promise.resolve();
  };
  return { clock, pass };
}

const WELCOME = { type: 'welcome', salt: 'a'.repeat(64), ownHosts: [] };

/** The devtools page's side, and what each of two backgrounds after the other gets. */
async function opened() {
  const ends = [memoryChannel(), memoryChannel()];
  const { clock, pass } = clockByHand();
  let next = 0;
  let latest = 0;
  const welcomes: (() => void)[] = [];
  const channel = new CollectorChannel(
    () => ends[next++]?.near ?? memoryChannel().near,
    7,
    clock,
    () => {},
  );
  const got = ends.map(({ far }) => {
    const told: string[] = [];
    far.listen(
      (message) => {
        if (!isCollectorMessage(message)) return;
        if (message.type === 'collect') welcomes.push(() => far.send(WELCOME));
        else if (message.type === 'document') told.push(`document ${message.document}`);
        else {
          told.push(message.collected.map((one) => Object(one).entryId ?? '').join(' '));
          latest = message.latest;
        }
      },
      () => {},
    );
    return told;
  });
  const welcome = () => welcomes.shift()?.();
  channel.connect();
  await pass(0);
  welcome();
  await pass(0);
  const keep = () => ends[0]?.far.send({ type: 'kept', latest });
  return { channel, pass, got, welcome, keep, stop: () => ends[0]?.close() };
}

describe('what the devtools page tells', () => {
  it('travels together, and after a burst in larger parts', async () => {
    const { channel, pass, got } = await opened();
    for (const id of ['a', 'b']) channel.send(harOf(id));
    await pass(25);
    expect(got[0]).toEqual(['a b']);
    for (let n = 0; n < 100; n++) channel.send(harOf(`${n}`));
    await pass(25);
    channel.send(harOf('c'));
    await pass(25);
    channel.send(harOf('d'));
    expect(got[0]).toHaveLength(2);
    await pass(400);
    expect(got[0]?.at(-1)).toBe('c d');
  });

  it('is told before the document that follows', async () => {
    const { channel, pass, got } = await opened();
    channel.send(harOf('a'));
    channel.enter(5);
    await pass(0);
    expect(got[0]).toEqual(['a', 'document 5']);
  });

  it('reaches the next background when the first was stopped, also what was on its way', async () => {
    const { channel, pass, got, welcome, stop } = await opened();
    channel.send(harOf('a'));
    channel.enter(5);
    await pass(25);
    stop();
    for (let times = 0; times < 8; times++) await pass(50);
    channel.send(harOf('b'));
    await pass(50);
    // It would confirm what it has, and nobody would tell it the earlier things any more.
    expect(got[1]).toEqual([]);
    welcome();
    await pass(0);
    expect(got[1]).toEqual(['a b', 'document 5']);
  });

  it('is told again however long ago it was, until a background said that it is kept', async () => {
    const { channel, pass, got, welcome, keep, stop } = await opened();
    channel.send(harOf('a'));
    await pass(25);
    keep();
    channel.send(harOf('b'));
    await pass(25);
    expect(got[0]).toEqual(['a', 'b']);
    await pass(60_000);
    stop();
    for (let times = 0; times < 8; times++) await pass(50);
    welcome();
    await pass(0);
    expect(got[1]).toEqual(['b']);
  });
});

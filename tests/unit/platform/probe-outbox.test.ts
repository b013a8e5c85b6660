import { describe, expect, it } from 'vitest';
import type { ProbeFacts } from '../../../lib/observe/from-probe';
import { MAX_WAITING, PORTION, ProbeOutbox } from '../../../lib/platform/probe-outbox';

const call = (id: number) => ({ id }) as ProbeFacts;
const settled = () => new Promise((done) => setTimeout(done));

/** An outbox with what it sent, by the ids; `answer` ends the oldest message that is under way. */
function outboxWithTold() {
  const told: number[][] = [];
  const open: ((answer: unknown) => void)[] = [];
  const outbox = new ProbeOutbox((calls) => {
    told.push(calls.map(({ id }) => id));
    return new Promise((done) => void open.push(done));
  });
  const answer = async (value: unknown = true) => {
    open.shift()?.(value);
    await settled();
  };
  return { outbox, told, answer };
}

describe('what the door has to tell', () => {
  it('goes at once, and what the page does in one go in one message', async () => {
    const { outbox, told } = outboxWithTold();
    for (const id of [1, 2, 3]) outbox.send(call(id));
    await settled();
    expect(told).toEqual([[1, 2, 3]]);
  });

  it('waits for the answer, and what came meanwhile goes together', async () => {
    const { outbox, told, answer } = outboxWithTold();
    outbox.send(call(1));
    await settled();
    outbox.send(call(2));
    await settled();
    outbox.send(call(3));
    expect(told).toEqual([[1]]);
    await answer();
    expect(told).toEqual([[1], [2, 3]]);
    await answer();
    outbox.send(call(4));
    await settled();
    expect(told).toEqual([[1], [2, 3], [4]]);
  });

  it('goes on after a message without an answer', async () => {
    const { outbox, told, answer } = outboxWithTold();
    outbox.send(call(1));
    await settled();
    outbox.send(call(2));
    await answer(undefined);
    expect(told).toEqual([[1], [2]]);
    expect(outbox.isWatched).toBe(true);
  });

  it('is nothing any more when the user took the site back', async () => {
    const { outbox, told, answer } = outboxWithTold();
    outbox.send(call(1));
    await settled();
    outbox.send(call(2));
    await answer(false);
    expect(told).toEqual([[1]]);
    expect(outbox.isWatched).toBe(false);
  });

  it('goes in portions, and all at once where the page goes away', async () => {
    const { outbox, told } = outboxWithTold();
    for (let id = 0; id < PORTION + 1; id++) outbox.send(call(id));
    outbox.leave();
    expect(told.map(({ length }) => length)).toEqual([PORTION, 1]);
    // What a listener of the page does after ours.
    outbox.send(call(PORTION + 1));
    expect(told.at(-1)).toEqual([PORTION + 1]);
    await settled();
    expect(told).toHaveLength(3);
  });

  it('has a bound', async () => {
    const { outbox, told } = outboxWithTold();
    for (let id = 0; id < MAX_WAITING + 5; id++) outbox.send(call(id));
    outbox.leave();
    expect(told.flat()).toHaveLength(MAX_WAITING);
  });

  it('waits for answers again once the page is back', async () => {
    const { outbox, told } = outboxWithTold();
    outbox.leave();
    outbox.stay();
    outbox.send(call(1));
    await settled();
    for (const id of [2, 3]) outbox.send(call(id));
    await settled();
    expect(told).toEqual([[1]]);
  });
});

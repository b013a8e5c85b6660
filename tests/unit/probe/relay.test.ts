import { expect, it, vi } from 'vitest';
import { createRelay, MAX_WAITING } from '../../../lib/probe/relay';

it('asks for the door with the first call, and again when it is not there a second later', () => {
  let now = 50;
  const ask = vi.fn();
  const relay = createRelay(ask, () => now);
  relay.take('a');
  relay.take('b');
  expect(ask).toHaveBeenCalledTimes(1);
  now += 1_000;
  relay.take('c');
  expect(ask).toHaveBeenCalledTimes(2);
  expect(relay.waiting).toEqual(['a', 'b', 'c']);
});

it('keeps so many calls at most, and goes on asking', () => {
  let now = 0;
  const ask = vi.fn();
  const relay = createRelay(ask, () => now);
  for (let n = 0; n <= MAX_WAITING; n++) relay.take(n);
  now += 1_000;
  relay.take('late');
  expect([relay.waiting.length, relay.waiting[0], ask.mock.calls.length]).toEqual([MAX_WAITING, 0, 2]);
});

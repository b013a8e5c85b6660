import { expect, it, vi } from 'vitest';
import { type Alarm, createSteadyClock } from '../../../lib/platform/steady-clock';

/** A worker whose alarms go off when the test says so. */
function clockWithAlarms() {
  const alarms: Alarm[] = [];
  const worker: Pick<Worker, 'postMessage' | 'onmessage'> = {
    postMessage: (alarm: Alarm) => void alarms.push(alarm),
    onmessage: null,
  };
  const clock = createSteadyClock(worker);
  const ring = (id: number | undefined) =>
    worker.onmessage?.call(worker as Worker, new MessageEvent('message', { data: id }));
  return { clock, alarms, ring };
}

it('asks the worker for an alarm, and does the work when it goes off', () => {
  const { clock, alarms, ring } = clockWithAlarms();
  const [first, second] = [vi.fn(), vi.fn()];
  clock.set(first, 25);
  clock.set(second, 500);
  expect(alarms.map(({ delay }) => delay)).toEqual([25, 500]);
  expect(first).not.toHaveBeenCalled();
  ring(alarms[1]?.id);
  expect(second).toHaveBeenCalledOnce();
  expect(first).not.toHaveBeenCalled();
});

it('does nothing that was cleared, and everything once', () => {
  const { clock, alarms, ring } = clockWithAlarms();
  const [cleared, kept] = [vi.fn(), vi.fn()];
  clock.clear(clock.set(cleared, 10));
  clock.clear(undefined);
  clock.set(kept, 10);
  for (const { id } of [...alarms, ...alarms]) ring(id);
  expect(cleared).not.toHaveBeenCalled();
  expect(kept).toHaveBeenCalledOnce();
});

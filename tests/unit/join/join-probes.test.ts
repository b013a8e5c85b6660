import { describe, expect, it } from 'vitest';
import type { ProbeObservation } from '../../../lib/exchange/observation';
import { joinProbes } from '../../../lib/join/join-probes';
import { observeProbeCall } from '../../../lib/observe/from-probe';
import { exchangeOf, FAKE_KEY, TEST_SALT } from '../support/exchange-of';

const START = Date.UTC(2026, 0, 1);

function probeOf(id: number, salt: Uint8Array | undefined, key = FAKE_KEY): ProbeObservation {
  const { url, written } = observeProbeCall(
    {
      id,
      at: START + id,
      api: 'fetch',
      method: 'POST',
      url: 'https://chat.infuzu.com/api/llm-response',
      headers: [['Infuzu-API-Key', key]],
      stack: '',
    },
    salt,
  );
  return {
    type: 'probe-call',
    probeId: `5.0.1.${id}`,
    tabId: 5,
    frameId: 0,
    method: 'POST',
    url,
    initiator: {},
    at: START + id,
    written,
    via: salt ? 'devtools' : 'relay',
  };
}

const exchangeAt = (at: number) => ({
  ...exchangeOf({ index: at, startedDateTime: START + at }),
  tabId: 5,
});

describe('calls whose number differs from that of the exchanges', () => {
  it('are paired when all wrote the same, whoever told it', () => {
    const pairs = joinProbes([exchangeAt(2)], [probeOf(1, undefined), probeOf(3, TEST_SALT)]);
    expect(pairs.map(({ probe }) => probe.probeId)).toEqual(['5.0.1.1']);
  });

  it('are not paired when they wrote differently', () => {
    const other = probeOf(3, TEST_SALT, `${FAKE_KEY}0`);
    expect(joinProbes([exchangeAt(2)], [probeOf(1, undefined), other])).toEqual([]);
  });
});

describe('a request that starts', () => {
  it.each([
    ['long after its call, in a busy browser', 20_000, 1],
    ['a moment before it, by another clock', -40, 1],
    ['minutes later', 120_000, 0],
    ['before it', -5_000, 0],
  ])('%s', (_, delay, pairs) => {
    expect(joinProbes([exchangeAt(delay)], [probeOf(0, TEST_SALT)])).toHaveLength(pairs);
  });
});

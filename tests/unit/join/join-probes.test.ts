import { describe, expect, it } from 'vitest';
import type { ProbeObservation } from '../../../lib/exchange/observation';
import { absent, present } from '../../../lib/exchange/presence';
import { joinProbes, type ProbeResult } from '../../../lib/join/join-probes';
import { observeProbeCall } from '../../../lib/observe/from-probe';
import { type CallDescription, exchangeOf, FAKE_KEY, TEST_SALT } from '../support/exchange-of';

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

const exchangeAt = (at: number, call: CallDescription = {}) => ({
  ...exchangeOf({ index: at, startedDateTime: START + at, ...call }),
  tabId: 5,
});

const unknownKeys = { ...exchangeAt(0).request, credentials: absent('missed') };

const pairsOf = ({ pairs }: ProbeResult) =>
  pairs.map(({ exchange, probe }) => `${probe.probeId}=${exchange.startedDateTime - START}`).sort();

describe('a call without CORS', () => {
  const keyless = { ...exchangeAt(2), request: { ...exchangeAt(2).request, credentials: present([]) } };

  it('is paired with what DevTools alone tell of it: its key was dropped', () => {
    const result = joinProbes([{ ...keyless, source: 'devtools' }], [probeOf(1, TEST_SALT)]);
    expect(pairsOf(result)).toEqual(['5.0.1.1=2']);
  });

  it('is not what webRequest saw without a key and without its mode', () => {
    expect(pairsOf(joinProbes([keyless], [probeOf(1, TEST_SALT)]))).toEqual([]);
  });
});

describe('calls whose number differs from that of the exchanges', () => {
  it('are paired when all wrote the same, whoever told it', () => {
    const result = joinProbes([exchangeAt(2)], [probeOf(1, undefined), probeOf(3, TEST_SALT)]);
    expect(pairsOf(result)).toEqual(['5.0.1.1=2']);
  });

  it('are not paired when they wrote differently', () => {
    const other = probeOf(3, TEST_SALT, `${FAKE_KEY}0`);
    const result = joinProbes([{ ...exchangeAt(2), request: unknownKeys }], [probeOf(1, undefined), other]);
    expect(pairsOf(result)).toEqual([]);
    // One of the two is the exchange: no more than one other row is theirs.
    expect(result.unsure).toHaveLength(1);
  });

  it('are paired by what they wrote, and not with a call of a worker that sent no key', () => {
    const worker = exchangeAt(100, { headers: [] });
    const result = joinProbes(
      [exchangeAt(2), worker, exchangeAt(202)],
      [probeOf(1, undefined), probeOf(200, undefined)],
    );
    expect(pairsOf(result)).toEqual(['5.0.1.1=2', '5.0.1.200=202']);
  });

  it('are paired by what they wrote in a burst, too', () => {
    const exchanges = [exchangeAt(2), exchangeAt(3, { headers: [] }), exchangeAt(4)];
    const result = joinProbes(exchanges, [probeOf(1, undefined), probeOf(3, undefined)]);
    expect(pairsOf(result)).toEqual(['5.0.1.1=2', '5.0.1.3=4']);
  });

  it('are not paired with a call that carries another key of the same form', () => {
    const sent = exchangeAt(2, { headers: [['Infuzu-API-Key', 'ifz_short2']] });
    expect(pairsOf(joinProbes([sent], [probeOf(1, TEST_SALT, 'ifz_short1')]))).toEqual([]);
    expect(pairsOf(joinProbes([sent], [probeOf(1, TEST_SALT, 'ifz_short2')]))).toEqual(['5.0.1.1=2']);
  });

  it('are not paired with one of several that carry what they wrote, unless no other began near it', () => {
    const calls = [probeOf(1, undefined), probeOf(200, undefined)];
    const result = joinProbes([exchangeAt(2), exchangeAt(190), exchangeAt(202)], calls);
    expect(pairsOf(result)).toEqual(['5.0.1.1=2']);
    expect(result.unsure).toEqual(calls.slice(1));
  });

  it('are not paired with a call that was answered otherwise', () => {
    const [first, second] = [probeOf(1, undefined), probeOf(40, undefined)];
    const answer = {
      status: 401,
      body: { size: 1, shape: 'text' as const, errors: [], warnings: [], omitted: 0 },
    };
    const refused = exchangeAt(42, { status: 401 });
    const result = joinProbes([exchangeAt(2, { status: 403 }), refused], [first, { ...second, answer }]);
    expect(pairsOf(result)).toEqual(['5.0.1.1=2', '5.0.1.40=42']);
    const workers = joinProbes([exchangeAt(20, { status: 403 })], [{ ...second, answer }]);
    expect(pairsOf(workers)).toEqual([]);
  });

  it('are counted anew after a rest in which each call had its request', () => {
    const calls = [probeOf(1, undefined), probeOf(40, undefined), probeOf(10_000, undefined)];
    const exchanges = [2, 41, 10_001, 10_050].map((at) => exchangeAt(at));
    expect(pairsOf(joinProbes(exchanges, calls))).toEqual(['5.0.1.1=2', '5.0.1.40=41']);
  });

  it('take a time that grows with their number, not with its square', { timeout: 60_000 }, () => {
    const call = exchangeAt(0);
    const many = Array.from({ length: 20_000 }, (_, i) => ({ ...call, startedDateTime: START + i * 10 }));
    const told = probeOf(0, undefined);
    const calls = many.slice(1).map(({ startedDateTime: at }, i) => ({ ...told, at, probeId: `5.0.1.${i}` }));
    expect(joinProbes([...many, { ...call, startedDateTime: START + 5 }], calls).pairs).toEqual([]);
  });
});

describe('a call that passes the service worker of its site', () => {
  const site = { origin: 'https://app.example.com', page: true };
  const inWorker = (at: number, origin = site.origin) => ({
    ...exchangeAt(at),
    tabId: -1,
    initiator: { origin, page: true },
  });
  const call = { ...probeOf(1, undefined), initiator: site };

  it('is the request without a tab that its site made', () => {
    expect(pairsOf(joinProbes([inWorker(40, 'https://other.test'), inWorker(50)], [call]))).toEqual([
      '5.0.1.1=50',
    ]);
  });

  it('is not, where the tab made a request of its own', () => {
    expect(pairsOf(joinProbes([inWorker(2), exchangeAt(3)], [call]))).toEqual(['5.0.1.1=3']);
  });
});

describe('a request that starts', () => {
  it.each([
    ['long after its call, in a busy browser', 20_000, 1],
    ['a moment before it, by another clock', -40, 1],
    ['minutes later', 120_000, 0],
    ['before it', -5_000, 0],
  ])('%s', (_, delay, pairs) => {
    expect(joinProbes([exchangeAt(delay)], [probeOf(0, TEST_SALT)]).pairs).toHaveLength(pairs);
  });
});

import { describe, expect, it } from 'vitest';
import { observeProbeCall } from '../../../lib/observe/from-probe';
import type { ProbeCall } from '../../../lib/probe/probe-call';
import { createGroup, dropShown, type Group, recordsOf, togetherOf } from '../../../lib/store/group';
import { viewGroup } from '../../../lib/store/group-view';
import { exchangeOf, FAKE_KEY, TEST_SALT } from '../support/exchange-of';
import { harOf, START } from '../support/web-request-of';

const NONE = new Set<string>();

/** So many equal calls, each with its entry. */
function groupOf(count: number): Group {
  const group = createGroup();
  for (let n = 0; n < count; n++) {
    const call = {
      status: 401,
      startedDateTime: START + n * 10,
      responseHeaders: [['x-request-id', String(n)] as const],
    };
    group.exchanges.set(`r${n}.0`, { ...exchangeOf(call), id: `r${n}.0`, callId: `r${n}`, tabId: 5 });
    group.entries.set(`har:${n}`, harOf(String(n), call));
  }
  group.view = viewGroup(recordsOf(group), NONE);
  return group;
}

describe('a shown exchange that is dropped', () => {
  it('takes what was joined into it with it, without a look at the others', () => {
    const group = groupOf(3);
    const all = [group.view, group.exchanges, group.entries, group.probes] as Map<string, unknown>[];
    const refuse = () => {
      throw new Error('a look at all of them');
    };
    for (const map of all) Object.assign(map, { [Symbol.iterator]: refuse, keys: refuse, values: refuse });
    expect(dropShown(group, 'r1.0')).toEqual(['r1.0', 'har:1']);
    expect(dropShown(group, 'r1.0')).toEqual([]);
    expect(group.view.size).toBe(2);
  });

  it('takes what no row took with it when it was the last', () => {
    const group = groupOf(1);
    group.entries.set('har:page', { ...harOf('page'), viaServiceWorker: true });
    expect(dropShown(group, 'r0.0')).toEqual(['r0.0', 'har:0', 'har:page']);
  });

  it('goes with its entry when DevTools alone saw it and lost its answer', () => {
    const group = createGroup();
    for (const id of ['a', 'b']) group.entries.set(`har:${id}`, harOf(id, { status: 0 }));
    group.view = viewGroup(recordsOf(group), NONE);
    expect(dropShown(group, 'har-a')).toEqual(['har:a']);
  });
});

describe('a call of the page that both DevTools and the relay tell', () => {
  const told = (via: 'devtools' | 'relay', more: Partial<ProbeCall> = {}) => {
    const call: ProbeCall = {
      id: 1,
      at: START,
      api: 'fetch',
      method: 'POST',
      url: 'https://chat.infuzu.com/api/llm-response',
      headers: [['Infuzu-API-Key', FAKE_KEY]],
      stack: '',
      ...more,
    };
    const facts = observeProbeCall(call, via === 'devtools' ? TEST_SALT : undefined);
    return {
      ...facts,
      type: 'probe-call',
      probeId: '5.0.1.1',
      tabId: 5,
      frameId: 0,
      initiator: {},
      via,
    } as const;
  };
  const inOrder = (...observations: ReturnType<typeof told>[]) =>
    observations.reduce<ReturnType<typeof togetherOf> | undefined>(togetherOf, undefined);

  it.each([
    ['DevTools first', inOrder(told('devtools'), told('relay', { answer: { status: 401 } }))],
    ['the relay first', inOrder(told('relay'), told('devtools', { answer: { status: 401 } }))],
    [
      'the relay once more',
      inOrder(told('relay'), told('devtools'), told('relay', { answer: { status: 401 } })),
    ],
    [
      'what is new, before',
      inOrder(told('relay', { answer: { status: 401 } }), told('devtools'), told('relay')),
    ],
  ])('keeps its key, its answer and the proof of the relay: %s', (_, call) => {
    expect(call).toMatchObject({ via: 'relay', answer: { status: 401 } });
    expect(call?.url.digest).not.toBe('');
    expect(call?.written.credentials[0]?.fingerprint).toBeTruthy();
  });

  it('takes from the relay what the call threw', () => {
    const call = inOrder(told('relay'), told('relay', { thrown: 'TypeError: no' }));
    expect(call?.written.thrown).toBe('TypeError: no');
  });
});

import { describe, expect, it } from 'vitest';
import { parseProbeCall } from '../../../lib/probe/probe-call';
import { dataValue, WrittenHeadersMemory } from '../../../lib/probe/written-headers';

describe('headers as they were written', () => {
  const memory = new WrittenHeadersMemory(() => {});
  it.each([
    ['an object', { 'Infuzu-API-Key': 'k ' }, [['Infuzu-API-Key', 'k ']]],
    [
      'pairs',
      [
        ['A', '1'],
        ['A', ' 2'],
      ],
      [
        ['A', '1'],
        ['A', ' 2'],
      ],
    ],
    [
      'values that are no strings',
      { a: 5, b: null, c: undefined },
      [
        ['a', '5'],
        ['b', 'null'],
        ['c', 'undefined'],
      ],
    ],
    ['nothing', undefined, []],
    ['a text', 'x', []],
  ])('of %s', (_, init, written) => {
    expect(memory.of(init)).toEqual(written);
  });

  it('never run a getter, an iterator or a toString of the page', () => {
    let runs = 0;
    const count = () => `${++runs}`;
    memory.of({
      get a() {
        return count();
      },
    });
    memory.of({ a: { toString: count } });
    memory.of({
      *[Symbol.iterator]() {
        count();
        yield ['a', 'b'];
      },
    });
    memory.of([[{ toString: count }, 'x']]);
    dataValue(
      {
        get headers() {
          return count();
        },
      },
      'headers',
    );
    expect(runs).toBe(0);
  });

  it('follow append, set and delete', () => {
    const target = {};
    memory.add(target, 'A', ' 1', false);
    memory.add(target, 'a', '2 ', false);
    expect(memory.of(target)).toEqual([
      ['A', ' 1'],
      ['a', '2 '],
    ]);
    memory.add(target, 'a', '3', true);
    expect(memory.of(target)).toEqual([['a', '3']]);
    memory.forget(target, 'A');
    expect(memory.of(target)).toEqual([]);
  });
});

describe('headers that a client merges', () => {
  it('keep what was written when their trimmed values are read and written again in one task', () => {
    let forget = () => {};
    const merging = new WrittenHeadersMemory((work) => {
      forget = work;
    });
    const [source, merged, later] = [{}, {}, {}];
    merging.remember(source, [['Infuzu-API-Key', 'k ']]);
    merging.noteRead(source);
    merging.add(merged, 'infuzu-api-key', 'k', true);
    forget();
    merging.add(later, 'infuzu-api-key', 'k', true);
    expect(merging.of(merged)).toEqual([['infuzu-api-key', 'k ']]);
    expect(merging.of(later)).toEqual([['infuzu-api-key', 'k']]);
  });

  it('are what they are when nobody read them', () => {
    const merging = new WrittenHeadersMemory(() => {});
    merging.remember({}, [['Infuzu-API-Key', 'k ']]);
    const other = {};
    merging.add(other, 'Infuzu-API-Key', 'k', true);
    expect(merging.of(other)).toEqual([['Infuzu-API-Key', 'k']]);
  });
});

describe('what a page can send under the name of the probe', () => {
  const call = {
    id: 1,
    at: 1,
    api: 'fetch',
    method: 'POST',
    url: 'https://chat.infuzu.com/',
    headers: [['a', 'b']],
    stack: '',
  };
  it('is read when it is a call', () => {
    expect(parseProbeCall(JSON.stringify(call))).toEqual(call);
  });

  it.each([
    ['no text', call],
    ['no JSON', '{'],
    ['null', 'null'],
    ['another api', JSON.stringify({ ...call, api: 'eval' })],
    ['a number that is none', JSON.stringify({ ...call, id: 1.5 })],
    ['headers that are none', JSON.stringify({ ...call, headers: [['a']] })],
    ['too many headers', JSON.stringify({ ...call, headers: Array(101).fill(['a', 'b']) })],
    ['a huge value', JSON.stringify({ ...call, headers: [['a', 'x'.repeat(20_000)]] })],
    ['a huge URL', JSON.stringify({ ...call, url: `https://${'x'.repeat(20_000)}` })],
  ])('is no call: %s', (_, detail) => {
    expect(parseProbeCall(detail)).toBeUndefined();
  });
});

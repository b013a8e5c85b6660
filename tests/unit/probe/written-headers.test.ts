import { describe, expect, it } from 'vitest';
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

import { describe, expect, it } from 'vitest';
import { faultsIn, parityDocument, type Results, resultsIn, type Suite } from '../../../scripts/parity-table';

type Test = Suite['specs'][number]['tests'][number];

function spec(title: string, status: Test['status'], annotations: Test['annotations'] = [], file?: string) {
  return { title, file: file ?? 'scenarios.spec.ts', tests: [{ status, annotations }] };
}

const REPORT = {
  suites: [
    { specs: [spec('other', 'expected', [], 'popup.spec.ts')] },
    {
      specs: [],
      suites: [
        { specs: [spec('a | b', 'expected', [{ type: 'note', description: '3 ms' }])] },
        { specs: [spec('c', 'skipped', [{ type: 'skip', description: 'It cannot.' }])] },
        { specs: [spec('d', 'flaky'), spec('e', 'unexpected'), spec('f', 'skipped')] },
      ],
    },
  ],
};
const GREEN: Results = new Map(
  ['a | b', 'c', 'd', 'e', 'f'].map((title) => [title, { status: 'green', reason: undefined, notes: [] }]),
);

describe('resultsIn', () => {
  it('reads the scenarios and nothing else', () => {
    expect([...resultsIn(REPORT)]).toEqual([
      ['a | b', { status: 'green', reason: undefined, notes: ['3 ms'] }],
      ['c', { status: 'skipped', reason: 'It cannot.', notes: [] }],
      ['d', { status: 'failed', reason: undefined, notes: [] }],
      ['e', { status: 'failed', reason: undefined, notes: [] }],
      ['f', { status: 'skipped', reason: undefined, notes: [] }],
    ]);
  });
});

describe('faultsIn', () => {
  it('names what failed, was left out without a reason, was not run, or is no scenario', () => {
    const titles = ['a | b', 'c', 'd', 'e', 'g'];
    expect(faultsIn(titles, { Chromium: GREEN, Firefox: resultsIn(REPORT) })).toEqual([
      'Chromium did not run: g',
      'Chromium ran what is no scenario: f',
      'Firefox failed: d',
      'Firefox failed: e',
      'Firefox did not run: g',
      'Firefox ran what is no scenario: f',
    ]);
    expect(
      faultsIn(['f'], { Chromium: new Map(), Firefox: new Map([...resultsIn(REPORT)].slice(4)) }),
    ).toEqual(['Chromium did not run: f', 'Firefox left out without a reason: f']);
    expect(faultsIn([...GREEN.keys()], { Chromium: GREEN, Firefox: GREEN })).toEqual([]);
  });
});

describe('parityDocument', () => {
  it('is a table with the reason where a cell is not green', () => {
    const lines = parityDocument(['a | b', 'c'], { Chromium: GREEN, Firefox: resultsIn(REPORT) }).split('\n');
    expect(lines.slice(-5)).toEqual([
      '| Scenario | Chromium | Firefox |',
      '| --- | --- | --- |',
      '| a \\| b | passes | passes |',
      '| c | passes | It cannot. |',
      '',
    ]);
  });
});

/**
 * How long it takes to judge 10,000 varied exchanges by every rule, their neighbours included.
 * Run: `npx tsx tests/bench/rules.bench.ts`.
 */

import { applyRules, findingsOf } from '../../lib/rules/engine';
import { NO_NEIGHBOURS, neighboursOf } from '../../lib/rules/neighbours';
import { variedExchanges } from '../unit/support/varied-exchanges';

const COUNT = 10_000;
const RUNS = 15;
const TARGET_MILLISECONDS = 150;

const exchanges = variedExchanges(COUNT);

interface Run {
  readonly elapsed: number;
  /** Of all threads of this process: what the work costs, however busy the machine is. */
  readonly processor: number;
  readonly findings: number;
}

function measure(judge: () => number): Run {
  const start = performance.now();
  const before = process.cpuUsage();
  const findings = judge();
  const { user, system } = process.cpuUsage(before);
  return { elapsed: performance.now() - start, processor: (user + system) / 1_000, findings };
}

function whole(): number {
  const neighbours = neighboursOf(exchanges);
  let findings = 0;
  for (const exchange of exchanges) findings += findingsOf(applyRules(exchange, neighbours(exchange))).length;
  return findings;
}

function rulesAlone(): number {
  let findings = 0;
  for (const exchange of exchanges) findings += findingsOf(applyRules(exchange, NO_NEIGHBOURS)).length;
  return findings;
}

function medianOf(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const [best, median, worst] = [0, Math.floor(sorted.length / 2), sorted.length - 1].map(
    (i) => sorted[i] ?? 0,
  );
  return `median ${median?.toFixed(0)} ms (${best?.toFixed(0)} to ${worst?.toFixed(0)})`;
}

function report(name: string, judge: () => number): void {
  const runs = Array.from({ length: RUNS }, () => measure(judge));
  const elapsed = medianOf(runs.map((run) => run.elapsed));
  const processor = medianOf(runs.map((run) => run.processor));
  console.log(
    `${name}: elapsed ${elapsed}, processor ${processor}, ${RUNS} runs, ${runs[0]?.findings} findings`,
  );
}

console.log(`${COUNT.toLocaleString('en')} exchanges, Node ${process.version}`);
report('rules alone', rulesAlone);
report(`rules and neighbours (target ${TARGET_MILLISECONDS} ms)`, whole);

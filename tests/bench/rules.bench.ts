/**
 * How long it takes to judge 10,000 varied exchanges by every rule, their neighbours included.
 * Run: `npx tsx tests/bench/rules.bench.ts`. Ends with 1 when the median is over the target.
 */

import { applyRules, findingsOf } from '../../lib/rules/engine';
import { NO_NEIGHBOURS, neighboursOf } from '../../lib/rules/neighbours';
import { variedExchanges } from '../unit/support/varied-exchanges';

const COUNT = 10_000;
const RUNS = 15;
const TARGET_MILLISECONDS = 150;

const exchanges = variedExchanges(COUNT);

function measure(judge: () => number): { milliseconds: number; findings: number } {
  const start = performance.now();
  const findings = judge();
  return { milliseconds: performance.now() - start, findings };
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

function report(name: string, judge: () => number): number {
  const runs = Array.from({ length: RUNS }, () => measure(judge));
  const times = runs.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const median = times[Math.floor(RUNS / 2)] ?? 0;
  const range = `${times[0]?.toFixed(0)}–${times.at(-1)?.toFixed(0)}`;
  console.log(
    `${name}: median ${median.toFixed(1)} ms of ${RUNS} runs (${range} ms), ${runs[0]?.findings} findings`,
  );
  return median;
}

console.log(`${COUNT.toLocaleString('en')} exchanges, Node ${process.version}`);
report('rules alone', rulesAlone);
const median = report('rules and neighbours', whole);
process.exitCode = median < TARGET_MILLISECONDS ? 0 : 1;

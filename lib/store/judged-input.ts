import { type Judgement, judge } from '../diagnosis/judge';
import type { Exchange } from '../exchange/exchange';
import type { InputProblem } from '../observe/input-problem';
import { type Input, type InputOptions, readInput } from '../observe/read-input';
import { neighboursOf } from '../rules/neighbours';

export interface JudgedExchange {
  /** Position in the input. */
  readonly index: number;
  readonly exchange: Exchange;
  readonly judgement: Judgement;
}

/** An input with the verdicts on its exchanges: plain data that a worker may hand over. */
export interface JudgedInput extends Omit<Input, 'exchanges'> {
  readonly exchanges: readonly JudgedExchange[];
}

/** The share of reading in the whole work; the rest is judging. Measured on large files. */
const READING_SHARE = 0.8;

/** An input that was read, with its verdicts. */
export function judgedInputOf(input: Input, onProgress: (fraction: number) => void = () => {}): JudgedInput {
  const neighboursFor = neighboursOf([...input.exchanges.map(({ exchange }) => exchange), ...input.hops]);
  const exchanges = input.exchanges.map(({ index, exchange }, i) => {
    onProgress(i / input.exchanges.length);
    return { index, exchange, judgement: judge(exchange, neighboursFor(exchange)) };
  });
  return { ...input, exchanges };
}

/**
 * Reads an input and judges every exchange of it.
 * @param onProgress told how much of the work is done, from 0 to 1
 * @returns the input with its verdicts, or why it as a whole cannot be read
 */
export function judgeInput(
  text: string,
  options: Omit<InputOptions, 'onProgress'>,
  onProgress: (fraction: number) => void = () => {},
): JudgedInput | InputProblem {
  const input = readInput(text, {
    ...options,
    onProgress: (taken, total) => onProgress((READING_SHARE * taken) / total),
  });
  if ('key' in input) return input;
  return judgedInputOf(input, (fraction) => onProgress(READING_SHARE + (1 - READING_SHARE) * fraction));
}

import type { RawField } from '../../exchange/credential';
import type { RawBody } from '../../exchange/take-exchange';
import type { InputProblem } from '../input-problem';

/** One request that a command makes, whatever program it calls. */
export interface RequestDraft {
  readonly method: string;
  /** As given, with a scheme. */
  readonly url: string;
  readonly httpVersion: string;
  readonly fields: readonly RawField[];
  /** Names of auth headers that are written and not sent. */
  readonly leftOut?: readonly string[];
  /** True when more header fields come from elsewhere. */
  readonly isPartial: boolean;
  /** What it takes headers from that the text only names. */
  readonly unseenFields?: readonly string[];
  /** What it takes its body from that the text only names. */
  readonly unseenBody?: readonly string[];
  readonly body: RawBody | undefined;
}

/** What a command asks for, or why that is not what was meant. */
export interface PlacedDraft {
  /** On which line of the text the command begins, counted from 0. */
  readonly line: number;
  readonly draft: RequestDraft | InputProblem;
}

import type { HostPattern } from '../api/hosts';
import type { Salt } from '../exchange/fingerprint';
import type { InputProblem } from '../observe/input-problem';
import type { JudgedInput } from '../store/judged-input';

/** From the workbench to its reader; one reader reads one input. */
export interface ReadingRequest {
  readonly data: Blob;
  readonly ownHosts: readonly HostPattern[];
  readonly salt: Salt;
}

/** From the reader; the last of them is `done` or `failed`. */
export type ReadingReply =
  | { readonly type: 'progress'; readonly fraction: number }
  /** Some of the exchanges, in order: all at once would hold up the page that takes them. */
  | { readonly type: 'part'; readonly exchanges: JudgedInput['exchanges'] }
  | { readonly type: 'done'; readonly rest: Omit<JudgedInput, 'exchanges'> }
  | { readonly type: 'failed'; readonly problem: InputProblem | 'broke-off' };

import type { RawField } from '../../exchange/credential';
import type { RawBody } from '../../exchange/take-exchange';

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
  /** What it takes headers or its body from that the text only names. */
  readonly unseen?: readonly string[];
  readonly body: RawBody | undefined;
}

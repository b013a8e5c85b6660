import type { RawField } from '../../exchange/credential';

/** A request as a terminal shows it: by `curl -v`, or as HTTP itself, as HTTPie and proxies print it. */
export interface ShownRequest {
  readonly method: string;
  /** The request target (RFC 9112, section 3.2): a path with its query, or a whole URL. */
  readonly target: string;
  readonly httpVersion: string;
  readonly fields: readonly RawField[];
  /** False where lines of its head may be missing: the empty one at its end is not there. */
  readonly isWhole: boolean;
  /** `undefined` where it is not shown. */
  readonly body: string | undefined;
  /** Whether it went over TLS, where the terminal tells. */
  readonly isSecure: boolean | undefined;
}

/**
 * An answer as a terminal shows it: by `curl -v`, `-i` or `-I`. Of a call that shows no head, an error that is documented
 * is taken for its answer, with the status that the documentation gives its code.
 */
export interface ShownResponse {
  readonly status: number;
  readonly statusText: string;
  readonly httpVersion: string;
  readonly fields: readonly RawField[];
  /** `undefined` where it is not shown. */
  readonly body: string | undefined;
}

/** What a terminal shows of one exchange: one of the three at least. */
export interface ShownExchange {
  /** Its first line in the text, counted from 0. */
  readonly line: number;
  readonly request?: ShownRequest;
  readonly response?: ShownResponse;
  /** curl's own words for why there is no answer: `curl: (6) Could not resolve host: …`. */
  readonly error?: string;
}

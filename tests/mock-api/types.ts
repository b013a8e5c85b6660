/**
 * One header line as it was on the wire, each byte as one latin1 character. Of the value only the single space that
 * conventionally follows the colon is taken away: what else stands before or after the value is kept.
 */
export type RawHeader = readonly [name: string, value: string];

/** One request as it arrived, whatever became of it. Listed from the arrival of its head, before any answer. */
export interface ReceivedRequest {
  /** The same as the answer's `x-request-id` header and the `request_id` of its body. */
  readonly id: string;
  readonly protocol: 'http' | 'https';
  readonly httpVersion: string;
  readonly method: string;
  /** Absolute, with the path and query as the client wrote them. */
  readonly url: string;
  /** Names in the case of the wire. HTTP/2 pseudo headers are left out: method and URL tell them. */
  readonly rawHeaders: readonly RawHeader[];
  /** HTTP/1.1 only: request line and header lines, byte for byte (latin1). */
  readonly rawHead?: string;
  /** Empty until the whole body is here; stays empty for a body over the limit. */
  body: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
}

/** What the stand-in sends back, as data. `play-answer` turns it into bytes. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AnswerBody;
  /** Wait before the head is sent. */
  readonly delayMs?: number;
  /** Wait between the head and the body. */
  readonly bodyDelayMs?: number;
  /** `reset`: the connection ends before the head; `cut`: it ends in the middle of the body. */
  readonly ending?: 'reset' | 'cut';
}

export type AnswerBody =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  | { readonly kind: 'events'; readonly events: readonly string[] };

/** A page that a test added. */
export interface Page {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Ports {
  readonly http: number;
  /** HTTPS that speaks HTTP/1.1 only. */
  readonly https: number;
  /** HTTPS that speaks HTTP/2 only. */
  readonly h2: number;
}

/** What the API needs to know besides the request. */
export interface ApiState {
  readonly acceptedKeys: ReadonlySet<string>;
  readonly ports: Ports;
}

export interface MockApiOptions {
  /** The accepted keys; `VALID_KEY` alone by default. */
  readonly keys?: readonly string[];
  readonly host?: '127.0.0.1';
  /** 0 or absent: any free port. */
  readonly ports?: Partial<Ports>;
}

export interface MockApi {
  readonly ports: Ports;
  /** Base64 SHA-256 of the certificate's public key, for Chromium's `--ignore-certificate-errors-spki-list`. */
  readonly spki: string;
  /** PEM. Self-signed, so it is also the `ca` of a Node client. */
  readonly certificate: string;
  /** What arrived, oldest first: calls, preflights and page loads. */
  readonly received: ReceivedRequest[];
  /** Forgets what arrived. Pages stay. */
  clear(): void;
  /** Serves `html` at `path` of every host; `headers` win over the default `content-type: text/html`. */
  addPage(path: string, html: string, headers?: Readonly<Record<string, string>>): void;
  /** Destroys every connection, also those in the middle of an answer. */
  close(): Promise<void>;
}

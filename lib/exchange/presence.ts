/** Why a fact is missing. Each reason has a sentence in the message catalogue. */
export type AbsenceReason =
  /** Not here yet; it may still come. */
  | 'pending'
  /** The source of this exchange never records it (a curl line alone has no response). */
  | 'not-recorded'
  /** The call has no such part (a GET has no body). */
  | 'none'
  /** DevTools was closed, and only DevTools can read it. */
  | 'devtools-closed'
  /** The page's code left the body unread, so the browser never finished the request for DevTools. */
  | 'body-unread'
  /** The page may not read it (a beacon, `mode: "no-cors"`), so nobody does. */
  | 'opaque'
  /** A worker made the call that belongs to no tab, and no DevTools told its body. */
  | 'no-tab'
  /** CORS keeps it from everybody. */
  | 'cors'
  /** The request failed before it came. */
  | 'failed'
  /** Over a size cap. */
  | 'too-large'
  /** The browser hands out a Blob or stream body as no bytes. */
  | 'stream'
  /** Several answers fit this call equally well; a guess could be wrong. */
  | 'ambiguous'
  /** Reading it took too long. */
  | 'timed-out'
  /** The listener started after it went by (just installed, browser start, worker restart). */
  | 'missed';

/** A fact that is there, or the reason why it is not. */
export type Presence<T> =
  | { readonly status: 'present'; readonly value: T }
  | { readonly status: 'absent'; readonly reason: AbsenceReason };

export function present<T>(value: T): Presence<T> {
  return { status: 'present', value };
}

export function absent(reason: AbsenceReason): { readonly status: 'absent'; readonly reason: AbsenceReason } {
  return { status: 'absent', reason };
}

/** A part that is still pending when nothing more comes went by unseen. */
export function settled<T>(part: Presence<T>): Presence<T> {
  return part.status === 'absent' && part.reason === 'pending' ? absent('missed') : part;
}

/** The value, or `undefined` when it is absent for whatever reason. */
export function presentValue<T>(presence: Presence<T>): T | undefined {
  return presence.status === 'present' ? presence.value : undefined;
}

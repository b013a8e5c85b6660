/** A span of time. */
export type Milliseconds = number;
/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMilliseconds = number;
/** A length in CSS pixels. */
export type Pixels = number;
/** A size in bytes. */
export type Bytes = number;

/** The words that tools write over a secret before a file is handed on. */
const MARK =
  /^(?:redacted|\W{1,8}(?:redacted|removed|filtered|masked|sanitized|scrubbed|omitted|stripped|hidden|sensitive)\W{1,8})$/i;

/**
 * True when a value was taken out of the recording (`[redacted]`, `<REMOVED>`): the call had one, and nothing can
 * be told of it. Reports of this inspector write it, too.
 */
export function isRedactionMark(text: string): boolean {
  return text.length <= 32 && MARK.test(text);
}

/** The words that tools write over a secret before a file is handed on. */
const WORDS = 'redacted|removed|filtered|masked|sanitized|scrubbed|omitted|stripped|hidden|sensitive';
const MARK = new RegExp(`^(?:redacted|\\W{1,8}(?:${WORDS})\\W{1,8})$`, 'i');
/** Cloudflare's sanitizer names the field in it: `[Authorization redacted]`. */
const NAMING_MARK = new RegExp(`^[[<({*]{1,4}[\\w -]{1,40} (?:${WORDS})[\\])>}*]{1,4}$`, 'i');

/**
 * True when a value was taken out of the recording (`[redacted]`, `<REMOVED>`): the call had one, and nothing can
 * be told of it. Reports of this inspector write it, too.
 */
export function isRedactionMark(text: string): boolean {
  return text.length <= 64 && (MARK.test(text) || NAMING_MARK.test(text));
}

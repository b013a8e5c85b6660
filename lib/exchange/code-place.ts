import type { CodeFrame, CodePlace } from './exchange';
import type { Redact } from './redact';
import { redactUrl } from './url-facts';

/** Digests that are made with it are not kept. */
const NO_SALT = new Uint8Array(1);

/** The query of a file changes with every build, and can hold a secret. */
function takeFrame({ url, line, column }: CodeFrame, redact: Redact): CodeFrame {
  return {
    url: redactUrl(url.replace(/[?#].*$/s, ''), NO_SALT, redact),
    line,
    ...(column !== undefined && { column }),
  };
}

/**
 * The door for places in the page's code.
 * @param frames innermost first; the first two count
 */
export function takePlace(frames: readonly (CodeFrame | undefined)[], redact: Redact): CodePlace | undefined {
  const [place, caller] = frames;
  return place && { ...takeFrame(place, redact), ...(caller && { caller: takeFrame(caller, redact) }) };
}

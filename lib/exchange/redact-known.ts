import type { Credential } from './credential';
import { fingerprintOf, type Salt } from './fingerprint';
import { REDACTED, type Redact } from './redact';
import { withoutKeys } from './secret-shape';

/** What a base64 text may look like; shorter ones cannot hold a key. */
const BASE64 = /[A-Za-z0-9+/_-]{16,4096}={0,2}/g;
const TOKEN = /[^\s"'<>,;:&?()[\]{}]{3,4096}/g;

function decodeBase64(text: string): string {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
  } catch {
    return '';
  }
}

/** Where a key of this length with these ends stands in the text, proven by its fingerprint. */
function occurrences(text: string, credential: Credential, salt: Salt): number[] {
  const found: number[] = [];
  const first = credential.mask.slice(0, 4);
  const last = credential.mask.slice(-4);
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    const end = at + credential.length;
    if (end > text.length) break;
    if (text.slice(end - 4, end) !== last) continue;
    if (fingerprintOf(text.slice(at, end), salt) === credential.fingerprint) found.push(at);
  }
  return found;
}

function redactOne(text: string, credential: Credential, salt: Salt): string {
  const isMasked = credential.mask.length > 6;
  if (!isMasked) {
    return text.replace(TOKEN, (token) =>
      token.length === credential.length && fingerprintOf(token, salt) === credential.fingerprint
        ? REDACTED
        : token,
    );
  }
  let result = text;
  for (const at of occurrences(text, credential, salt).reverse()) {
    result = `${result.slice(0, at)}${REDACTED}${result.slice(at + credential.length)}`;
  }
  return result.replace(BASE64, (token) =>
    // Six bits a character: most words are too short to hold the key.
    token.length * 6 >= credential.length * 8 && occurrences(decodeBase64(token), credential, salt).length > 0
      ? REDACTED
      : token,
  );
}

/**
 * Redaction by fingerprint, for texts that arrive after the raw key is gone (a response header that echoes it):
 * a place that has the mask's ends at the key's length is hashed, and equal fingerprints are removed. Percent-
 * encoding leaves the characters of a b64token as they are, and base64 is looked into.
 */
export function createRedactKnown(credentials: readonly Credential[], salt: Salt): Redact {
  const known = credentials.filter(({ fingerprint }) => fingerprint !== '');
  return (text) =>
    withoutKeys(
      known.reduce((rest, credential) => redactOne(rest, credential, salt), text),
      REDACTED,
    );
}

/** The bytes of a base64 text, white space in it tolerated; `undefined` when it is none. */
export function decodeBase64(text: string): Uint8Array | undefined {
  let binary: string;
  try {
    binary = atob(text.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return undefined;
  }
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** Bytes as UTF-8 text; `undefined` when they are none. */
export function textOfBytes(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const LONGEST_UNFLAGGED = 8_000_000;

/** A text that is base64 of a JSON object or list without saying so, decoded; `undefined` for every other text. */
export function decodeUnflagged(text: string): string | undefined {
  if (text.length < 8 || text.length > LONGEST_UNFLAGGED) return undefined;
  // `{"`, `{ `, `{}` and `[` in base64, a byte order mark in front of them, too: most texts end here.
  if (!/^(?:ey|ew|e3|W[1-9A-Za-z]|77u\/[ef]|77u\/W)/.test(text)) return undefined;
  if (!/^[A-Za-z0-9+/\s_-]+={0,2}\s*$/.test(text)) return undefined;
  const bytes = decodeBase64(text);
  const decoded = bytes && textOfBytes(bytes);
  if (decoded === undefined) return undefined;
  try {
    JSON.parse(decoded.replace(/^\ufeff/, ''));
    return decoded;
  } catch {
    return undefined;
  }
}

/**
 * The text of a file: UTF-8, or UTF-16 where its byte order mark says so (what PowerShell writes by `>`).
 * Bytes that are no text become replacement characters.
 */
export function decodeFile(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

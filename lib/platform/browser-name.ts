/** Name in the user agent → name that people use. Chrome's relatives name Chrome as well, so theirs come first. */
const NAMES = { Edg: 'Edge', OPR: 'Opera', Firefox: 'Firefox', Chrome: 'Chrome' } as const;

/** The browser with its major version, as `Firefox 140`; the whole text where none is known. */
export function browserName(userAgent: string): string {
  for (const [token, name] of Object.entries(NAMES)) {
    const version = new RegExp(`\\b${token}/(\\d+)`).exec(userAgent)?.[1];
    if (version !== undefined) return `${name} ${version}`;
  }
  return userAgent;
}

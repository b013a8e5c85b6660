/** A place in an opened input: `#exchange=3&rule=key-whitespace`. */
export interface DeepLink {
  /** Position of the entry in its input. */
  readonly exchange: number;
  readonly rule?: string;
}

/** Reads the fragment of a page's URL; `undefined` when it names no exchange. */
export function parseDeepLink(hash: string): DeepLink | undefined {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const exchange = parameters.get('exchange') ?? '';
  if (!/^\d{1,9}$/.test(exchange)) return undefined;
  const rule = parameters.get('rule') ?? '';
  return { exchange: Number(exchange), ...(/^[a-z-]{1,64}$/.test(rule) && { rule }) };
}

export function deepLinkText({ exchange, rule }: DeepLink): string {
  return `#exchange=${exchange}${rule === undefined ? '' : `&rule=${rule}`}`;
}

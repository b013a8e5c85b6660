/** A body as one of the browsers hands it out, in one shape. */
export interface HarContent {
  readonly text: string;
  readonly encoding: 'base64' | '';
}

/** What both browsers' entries have; Chromium answers `{content, encoding}` or calls back, Firefox `[content, mimeType]`. */
export interface ContentSource {
  getContent?: (callback?: (content: string, encoding: string) => void) => unknown;
  readonly response?: { readonly content?: { readonly encoding?: string; readonly text?: string } };
}

function contentOf(answer: unknown, flagged: string | undefined): HarContent | undefined {
  const isBase64 = (encoding: unknown) => encoding === 'base64';
  if (Array.isArray(answer)) {
    return typeof answer[0] === 'string'
      ? { text: answer[0], encoding: isBase64(flagged) ? 'base64' : '' }
      : undefined;
  }
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { content, encoding } = answer as { content?: unknown; encoding?: unknown };
  return typeof content === 'string'
    ? { text: content, encoding: isBase64(encoding) ? 'base64' : '' }
    : undefined;
}

/** The body that an entry itself brings: in Firefox those of `getHAR()` do. */
export function listedContent({ response }: ContentSource): HarContent | undefined {
  const { text, encoding } = response?.content ?? {};
  return typeof text === 'string' && text !== ''
    ? { text, encoding: encoding === 'base64' ? 'base64' : '' }
    : undefined;
}

type Resolve = (content: HarContent | undefined) => void;

/** Made apart from the entry: DevTools may keep it for ever, and it must not keep the entry. */
const settleWith = (resolve: Resolve, flagged: string | undefined) => ({
  called: (content: string, encoding: string) =>
    resolve(contentOf({ content, encoding: encoding || flagged }, undefined)),
  answered: (value: unknown) => resolve(contentOf(value, flagged)),
  refused: () => resolve(undefined),
});

function ask(entry: ContentSource, resolve: Resolve): void {
  const { called, answered, refused } = settleWith(resolve, entry.response?.content?.encoding);
  try {
    const answer = entry.getContent?.(called);
    if (answer instanceof Promise) answer.then(answered, refused);
    else if (!entry.getContent) refused();
  } catch {
    refused();
  }
}

/**
 * Reads the body of an entry; `undefined` when there is none to be had. Never settles for an entry that DevTools has
 * not finished, and may take many seconds when DevTools is busy: the caller must not wait for it.
 */
export function readContent(entry: ContentSource): Promise<HarContent | undefined> {
  return new Promise((resolve) => ask(entry, resolve));
}

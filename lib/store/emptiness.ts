import type { FeedState } from './feed-state';

/** Why a tab has no calls to show. An empty list always says it. */
export type Emptiness =
  | { readonly why: 'lost' | 'connecting' | 'revoked' | 'paused' | 'no-site' | 'nothing' }
  /** Without DevTools the calls of this site are invisible; with it they come late. */
  | { readonly why: 'not-watched'; readonly origin: string; readonly devtoolsOpen: boolean }
  /** A click on the toolbar button has just opened this site: what it did before was invisible. */
  | { readonly why: 'just-opened'; readonly origin: string };

/** The gravest reason first: each one makes those behind it meaningless. */
export function emptinessOf(feed: FeedState): Emptiness {
  const { infuzuGranted, site, devtoolsOpen } = feed.coverage;
  if (feed.connection === 'lost') return { why: 'lost' };
  if (feed.connection === 'connecting') return { why: 'connecting' };
  if (!infuzuGranted) return { why: 'revoked' };
  if (feed.paused) return { why: 'paused' };
  if (site?.access === 'not-granted') return { why: 'not-watched', origin: site.origin, devtoolsOpen };
  if (site?.access === 'until-navigation' && !devtoolsOpen)
    return { why: 'just-opened', origin: site.origin };
  if (site === undefined && !devtoolsOpen) return { why: 'no-site' };
  return { why: 'nothing' };
}

/** `app.example.com`, or the origin as it is where it has no host (`null`, `file://`). */
export function siteName(origin: string): string {
  try {
    return new URL(origin).host || origin;
  } catch {
    return origin;
  }
}

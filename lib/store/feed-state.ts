import type { EpochMilliseconds } from '../api/units';
import type { Credential } from '../exchange/credential';
import type { Exchange } from '../exchange/exchange';
import type { Redact } from '../exchange/redact';

/** What the extension is able to see of the page at hand. */
export interface Coverage {
  /** False after the user revoked the access to Infuzu's hosts: then no event comes at all. */
  readonly infuzuGranted: boolean;
  /** The site of the tab; absent where there is none (a new tab, a browser page). */
  readonly site?: SiteCoverage;
  /** True when the DevTools of this tab are open: they need no permission, and read bodies. */
  readonly devtoolsOpen: boolean;
}

export interface SiteCoverage {
  /** `https://app.example.com`. */
  readonly origin: string;
  /**
   * `always`: needs no grant (Infuzu's own pages, localhost, files). `granted`: the user allowed it.
   * `until-navigation`: by a click on the toolbar button. `not-granted`: its calls are invisible without DevTools.
   */
  readonly access: 'always' | 'granted' | 'until-navigation' | 'not-granted';
}

/** The copy of the background's store that a page holds, narrowed to one tab. */
export interface FeedState {
  readonly connection: 'connecting' | 'live' | 'lost';
  /** In order of start. An exchange is the same object as long as nothing of it changes. */
  readonly exchanges: readonly Exchange[];
  /** Exchanges that were dropped to stay within bounds. */
  readonly dropped: number;
  readonly paused: boolean;
  readonly coverage: Coverage;
}

/** The only things that go back up. */
export interface FeedCommands {
  /**
   * Forgets calls that began before a moment: of the tab, or all that are shown, also those of its site's workers.
   * @param address of the document that came: the call that brought it stays
   */
  clear(before: EpochMilliseconds, what: 'tab' | 'shown', address?: string): void;
  setPaused(paused: boolean): void;
}

/** The body of an answer, as DevTools hands it out at this moment, or why it does not. */
export type BodyAnswer =
  /** Redacted. `length`: in characters, of which `text` may be only the first. */
  | { readonly type: 'text'; readonly text: string; readonly length: number }
  | { readonly type: 'binary' | 'gone' | 'late' | 'ambiguous' };

/** What a page asks of its browser; each entrypoint provides it, tests provide a twin. */
export interface PageActions {
  /** Asks the user to watch this site for good. Call it from a user gesture. Answers whether it was allowed; `unavailable` where this page cannot ask. */
  requestSite(origin: string): Promise<'granted' | 'denied' | 'unavailable'>;
  /** Gives the grant of one site back. */
  stopWatching(origin: string): void;
  /** Asks for the access to Infuzu's hosts back. Call it from a user gesture. */
  requestInfuzu(): Promise<'granted' | 'denied' | 'unavailable'>;
  openOptions(): void;
  /** Shows what the permissions mean. */
  explainPermissions(): void;
  /** `calls`: with the calls of the tab that this page is about, where it knows one. */
  openWorkbench(show: 'files' | 'calls'): void;
  copyText(text: string): Promise<void>;
  /** Version of the extension. */
  readonly version: string;
  /** The browser with its version, as `Firefox 140`. */
  readonly browser: string;
  /** Makes a redactor of these keys, for texts from outside and for files that go there. */
  redactKnown(credentials: readonly Credential[]): Promise<Redact>;
  /** Loads the inspected page anew, where there is one. */
  reloadPage?(): void;
  /** Shows the place in DevTools' Sources, where the page can. */
  openSource?(url: string, line: number): void;
  /** Asks for the body of a call's answer, where the page can. Rejects when DevTools are gone. */
  readBody?(exchange: Exchange): Promise<BodyAnswer>;
}

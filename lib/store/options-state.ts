import type { Settings } from './settings';

/** What the options page shows. */
export interface OptionsState {
  readonly settings: Settings;
  /** False after the user revoked the access to Infuzu's hosts. */
  readonly infuzuGranted: boolean;
  /** Match patterns that the user granted beyond the manifest's own. */
  readonly granted: readonly string[];
}

/** What the options page asks of its browser; the entrypoint provides it, tests provide a twin. */
export interface OptionsActions {
  saveSettings(settings: Settings): Promise<void>;
  /** Asks the user for match patterns. Call it in the click itself: the browsers want a user gesture. */
  requestGrants(patterns: readonly string[]): Promise<'granted' | 'denied' | 'unavailable'>;
  /** Gives match patterns back; one that is not granted is no error. */
  revokeGrants(patterns: readonly string[]): Promise<void>;
  /** Puts columns, timeline and details of the lists back to what they are without the user. */
  forgetLayout(): Promise<void>;
  /** Forgets every call of every tab. */
  forgetCalls(): void;
}

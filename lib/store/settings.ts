import { type HostPattern, parseHostPattern } from '../api/hosts';

/** What the user decides; kept in `storage.local`, nothing of it is secret. */
export interface Settings {
  /** Hosts beside Infuzu's that are observed, as the user wrote them. */
  readonly ownHosts: readonly string[];
  readonly theme: 'system' | 'light' | 'dark';
  /** Whether the calls of a tab outlive its navigations. */
  readonly preserveLog: boolean;
  /** How many calls of a tab are kept. */
  readonly keptPerTab: KeptPerTab;
}

/** A call takes about 2 kB in memory; the session storage holds 10 MiB, the latest. */
export const KEPT_PER_TAB = [1_000, 5_000, 10_000, 50_000] as const;
export type KeptPerTab = (typeof KEPT_PER_TAB)[number];

export const DEFAULT_SETTINGS: Settings = {
  ownHosts: [],
  theme: 'system',
  preserveLog: true,
  keptPerTab: 10_000,
};

export const MAX_OWN_HOSTS = 50;

/** Reads stored settings; what does not fit is the default. */
export function parseSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return DEFAULT_SETTINGS;
  const { ownHosts, theme, preserveLog, keptPerTab } = stored as Record<string, unknown>;
  const hosts = Array.isArray(ownHosts) ? ownHosts : [];
  return {
    ownHosts: hosts
      .filter((host): host is string => typeof host === 'string' && parseHostPattern(host) !== undefined)
      .slice(0, MAX_OWN_HOSTS),
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    preserveLog: preserveLog !== false,
    keptPerTab: KEPT_PER_TAB.find((count) => count === keptPerTab) ?? DEFAULT_SETTINGS.keptPerTab,
  };
}

/** The patterns of the user's hosts. */
export function ownHostPatterns({ ownHosts }: Settings): HostPattern[] {
  return ownHosts.flatMap((text) => parseHostPattern(text) ?? []);
}

/** The match pattern by which the browser grants and filters a host: it knows no port, so the port is compared in code. */
export function matchPatternOf({ hostname }: HostPattern): string {
  return `*://${hostname}/*`;
}

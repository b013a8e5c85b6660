import type { Driver } from './driver';

/** One story that both browsers tell. */
export interface Scenario {
  /** Stands in the parity table. */
  readonly title: string;
  /** Match patterns that the extension is granted from the start. */
  readonly grantedHosts?: readonly string[];
  /** Why a browser cannot be asked, in one sentence. */
  readonly not?: { readonly Chromium?: string; readonly Firefox?: string };
  /** Milliseconds, when it takes longer than others. */
  readonly timeout?: number;
  readonly run: (driver: Driver) => Promise<void>;
}

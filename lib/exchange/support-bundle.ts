import type { EpochMilliseconds } from '../api/units';
import type { Exchange } from './exchange';

/**
 * The support bundle: the facts of some exchanges as JSON, without any secret, since facts hold none. It opens in the
 * workbench and on the command line and gives the same findings there.
 */
export interface SupportBundle {
  readonly format: typeof BUNDLE_FORMAT;
  readonly version: typeof BUNDLE_VERSION;
  readonly created: EpochMilliseconds;
  /** Exchanges that were dropped before the bundle was made. */
  readonly dropped: number;
  readonly exchanges: readonly Exchange[];
}

export const BUNDLE_FORMAT = 'infuzu-support-bundle';
export const BUNDLE_VERSION = 1;

export function supportBundleOf(
  exchanges: readonly Exchange[],
  { created, dropped }: Pick<SupportBundle, 'created' | 'dropped'>,
): SupportBundle {
  return { format: BUNDLE_FORMAT, version: BUNDLE_VERSION, created, dropped, exchanges };
}

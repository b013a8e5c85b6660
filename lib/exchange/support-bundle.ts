import type { EpochMilliseconds } from '../api/units';
import type { Exchange } from './exchange';
import { type MaskedCounts, maskedIn, withContents } from './masked';

/**
 * The support bundle: the facts of some exchanges as JSON, without any secret, since facts hold none. It opens in the
 * workbench and on the command line and gives the same findings there. Described by docs/bundle.schema.json.
 */
export interface SupportBundle {
  readonly format: typeof BUNDLE_FORMAT;
  readonly version: typeof BUNDLE_VERSION;
  readonly created: EpochMilliseconds;
  /** The version of this extension, and the browser as `Firefox 140`. */
  readonly madeBy: { readonly version: string; readonly browser: string };
  /** Calls that were dropped before the bundle was made. */
  readonly dropped: number;
  /** Calls that a filter hid and that stayed out for it. */
  readonly filtered: number;
  readonly masked: MaskedCounts;
  /** Bodies of which only facts are kept. */
  readonly contents: number;
  readonly exchanges: readonly Exchange[];
}

export const BUNDLE_FORMAT = 'infuzu-support-bundle';
export const BUNDLE_VERSION = 1;

export function supportBundleOf(
  exchanges: readonly Exchange[],
  { created, madeBy, dropped, filtered }: Pick<SupportBundle, 'created' | 'madeBy' | 'dropped' | 'filtered'>,
): SupportBundle {
  return {
    format: BUNDLE_FORMAT,
    version: BUNDLE_VERSION,
    created,
    madeBy,
    dropped,
    filtered,
    masked: maskedIn(exchanges),
    contents: withContents(exchanges),
    exchanges,
  };
}

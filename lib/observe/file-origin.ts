import type { EpochMilliseconds } from '../api/units';
import { isNumber } from '../exchange/guards';
import { HAR_CREATOR } from '../exchange/own-har';
import { REDACTED } from '../exchange/redact';
import { withoutKeys } from '../exchange/secret-shape';
import { type JsonObject, numberAt, objectAt, textAt } from './har/json-shape';

/** What a file says of itself: words from outside, for people to read and nothing to rely on. */
export interface FileOrigin {
  /** Programs with their versions, the browser first. */
  readonly madeBy: readonly string[];
  readonly harVersion?: string;
  readonly created?: EpochMilliseconds;
  readonly leftOut?: LeftOut;
}

/** Calls, secrets and bodies that are not in a file, counted. */
export type LeftOut = Readonly<Record<'filtered' | 'dropped' | 'masked' | 'contents', number>>;

export const NO_ORIGIN: FileOrigin = { madeBy: [] };

const MAX_WORDS = 60;

function wordsOf(...texts: readonly (string | undefined)[]): string {
  const text = withoutKeys(texts.filter(Boolean).join(' '), REDACTED).trim();
  return text.length > MAX_WORDS ? `${text.slice(0, MAX_WORDS)}…` : text;
}

const unique = (texts: readonly string[]) => [...new Set(texts)].filter((text) => text !== '');

/** @param log the `log` of a HAR file */
export function originOfHar(log: JsonObject): FileOrigin {
  const [browser, creator] = [objectAt(log, 'browser'), objectAt(log, 'creator')];
  const programs = [browser, creator].map((one) => wordsOf(textAt(one, 'name'), textAt(one, 'version')));
  const harVersion = wordsOf(textAt(log, 'version'));
  return { madeBy: unique(programs), ...(harVersion !== '' && { harVersion }) };
}

function countAt(parent: JsonObject, name: string): number {
  const count = numberAt(parent, name) ?? 0;
  return Number.isInteger(count) && isNumber(count) && count > 0 ? count : 0;
}

/** Older bundles tell less of themselves. */
export function originOfBundle(bundle: JsonObject): FileOrigin {
  const madeBy = objectAt(bundle, 'madeBy');
  const version = textAt(madeBy, 'version');
  const masked = objectAt(bundle, 'masked');
  const created = countAt(bundle, 'created');
  return {
    madeBy: unique([wordsOf(textAt(madeBy, 'browser')), wordsOf(version && `${HAR_CREATOR} ${version}`)]),
    ...(created > 0 && { created }),
    leftOut: {
      filtered: countAt(bundle, 'filtered'),
      dropped: countAt(bundle, 'dropped'),
      masked: ['credentials', 'urlSecrets', 'otherSecrets'].reduce((n, name) => n + countAt(masked, name), 0),
      contents: countAt(bundle, 'contents'),
    },
  };
}

import type { Language } from '../messages/language';
import { formatMessage } from '../messages/message';

/** What became of the other calls with the key of one that failed. */
export interface SameKey {
  readonly outcome: 'worked' | 'failed';
  /** Its number. */
  readonly key: number;
  /** Of how many others. */
  readonly count: number;
  /** Where the latest of those that worked was sent to. */
  readonly host?: string;
}

/** `5 other calls with key #1 worked, …` */
export function sameKeyText({ outcome, key, count, host = '' }: SameKey, language: Language): string {
  const template = language.interface.detail.sameKey[outcome];
  return formatMessage(template, { key, count, total: count + 1, host }, language.locale);
}

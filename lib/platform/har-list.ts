import { browser } from 'wxt/browser';
import type { ListedEntry } from '../join/har-order';
import type { ContentSource } from './har-content';

export type RawEntry = ContentSource & ListedEntry;

/** Both browsers' `getHAR`: a promise or a callback. */
export function getHar(): Promise<readonly RawEntry[]> {
  return new Promise((resolve) => {
    const settle = (har: unknown) => {
      const { entries } = (har ?? {}) as { entries?: unknown };
      resolve(Array.isArray(entries) ? (entries as RawEntry[]) : []);
    };
    const getHAR = browser.devtools.network.getHAR as unknown as (
      callback: (har: unknown) => void,
    ) => unknown;
    const answer = getHAR.call(browser.devtools.network, settle);
    if (answer instanceof Promise) answer.then(settle, () => settle(undefined));
  });
}

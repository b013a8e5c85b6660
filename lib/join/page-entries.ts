import type { HarObservation } from '../exchange/observation';

const digestOf = ({ exchange: { response } }: HarObservation) =>
  response.status === 'present' ? response.value.digest : undefined;

function onlyOnes(entries: readonly HarObservation[]): Map<string, HarObservation | undefined> {
  const byDigest = new Map<string, HarObservation | undefined>();
  for (const entry of entries) {
    const digest = digestOf(entry);
    if (digest !== undefined) byDigest.set(digest, byDigest.has(digest) ? undefined : entry);
  }
  return byDigest;
}

/**
 * DevTools list a call that passes through a service worker twice: as the worker made it, and as the page got it.
 * A worker that only passes the answer on leaves its body unread: then it stands in the page's entry alone (measured
 * in Chromium: the worker's entry has a body of no bytes). The two are paired by a response that no other call has.
 * @returns the page's entry for each of the worker's
 */
export function pageEntriesOf(
  entries: readonly HarObservation[],
): ReadonlyMap<HarObservation, HarObservation> {
  const pages = onlyOnes(entries.filter(({ viaServiceWorker }) => viaServiceWorker));
  const pairs = new Map<HarObservation, HarObservation>();
  if (pages.size === 0) return pairs;
  for (const [digest, own] of onlyOnes(entries.filter(({ viaServiceWorker }) => !viaServiceWorker))) {
    const page = pages.get(digest);
    if (own && page) pairs.set(own, page);
  }
  return pairs;
}

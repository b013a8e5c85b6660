import { browser } from 'wxt/browser';
import { digitsOf, type Salt, saltFrom } from '../exchange/fingerprint';
import type { EarlierLife } from '../store/capture';
import { KeptRecords, type RecordOwner } from '../store/kept-records';

/**
 * What outlives a stopped background: `storage.session`, in memory, gone with the browser session, closed to content
 * scripts. Holds facts only. Quota 10 MiB in both browsers, enforced.
 */
const SALT = 'salt';

/**
 * The session's salt: with it a file's keys are recognised as those of a tab. Makes it when there is none; background
 * and workbench may begin at once, and have to agree.
 */
export function loadSalt(): Promise<Salt> {
  return navigator.locks.request(SALT, async () => {
    const { [SALT]: known }: Record<string, unknown> = await browser.storage.session.get(SALT);
    if (typeof known === 'string') return saltFrom(known);
    const salt = crypto.getRandomValues(new Uint8Array(32));
    await browser.storage.session.set({ [SALT]: digitsOf(salt) });
    return salt;
  });
}

/** Keeps the records of a store in the session. */
export function keepInSession(owner: RecordOwner): KeptRecords {
  const { session } = browser.storage;
  return new KeptRecords(
    { set: async (items) => session.set({ ...items }), remove: async (keys) => session.remove([...keys]) },
    owner,
  );
}

/** Reads everything back. */
export async function loadSession(kept: KeptRecords): Promise<EarlierLife> {
  const [salt, stored] = await Promise.all([
    loadSalt(),
    browser.storage.session.get(null) as Promise<Record<string, unknown>>,
  ]);
  return { salt, ...kept.restore(stored) };
}

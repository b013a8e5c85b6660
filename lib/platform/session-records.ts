import { bytesToHex, hexToBytes, randomBytes } from '@noble/hashes/utils.js';
import { browser } from 'wxt/browser';
import type { Salt } from '../exchange/fingerprint';
import type { StoredRecord } from '../store/exchange-store';

/**
 * What outlives a stopped background: `storage.session`, in memory, gone with the browser session, closed to content
 * scripts. Holds facts only. Quota 10 MiB in both browsers, enforced.
 */
const RECORD = 'record:';
const SALT = 'salt';
const PAUSED = 'paused';

export interface SessionState {
  readonly salt: Salt;
  readonly paused: boolean;
  readonly records: readonly (readonly [string, StoredRecord])[];
}

async function saltOf(known: unknown): Promise<Salt> {
  if (typeof known === 'string') return hexToBytes(known);
  const salt = randomBytes(32);
  await browser.storage.session.set({ [SALT]: bytesToHex(salt) });
  return salt;
}

/** The session's salt: with it a file's keys are recognised as those of a tab. Makes it when there is none. */
export async function loadSalt(): Promise<Salt> {
  const stored: Record<string, unknown> = await browser.storage.session.get(SALT);
  return saltOf(stored[SALT]);
}

/** Reads everything back; makes the session's salt when there is none. */
export async function loadSession(): Promise<SessionState> {
  const stored: Record<string, unknown> = await browser.storage.session.get(null);
  const salt = await saltOf(stored[SALT]);
  const records = Object.entries(stored)
    .filter(([key]) => key.startsWith(RECORD))
    .map(([key, record]) => [key.slice(RECORD.length), record as StoredRecord] as const);
  return { salt, paused: stored[PAUSED] === true, records };
}

/** Writes records through. Rejects when the quota is used up; then nothing of it was written. */
export async function writeRecords(records: ReadonlyMap<string, StoredRecord | undefined>): Promise<void> {
  const items: Record<string, StoredRecord> = {};
  const gone: string[] = [];
  for (const [key, record] of records) {
    if (record === undefined) gone.push(RECORD + key);
    else items[RECORD + key] = record;
  }
  if (gone.length > 0) await browser.storage.session.remove(gone);
  if (Object.keys(items).length > 0) await browser.storage.session.set(items);
}

export async function writePaused(paused: boolean): Promise<void> {
  await browser.storage.session.set({ [PAUSED]: paused });
}

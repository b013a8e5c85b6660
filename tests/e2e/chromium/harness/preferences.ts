/** What a fresh profile already knows about DevTools, so that they open without a detour. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Each value is JSON in itself. */
const DEVTOOLS = {
  // A window of its own from the start: moving there later draws everything once more.
  currentDockState: '"undocked"',
  // The panel that is shown first, and the cheapest of all. That of Elements takes a fifth of the time of opening.
  'panel-selected-tab': '"security"',
  'closeable-tabs': '{"security":true}',
  // Without a version the settings are taken for old ones and are migrated.
  inspectorVersion: '47',
};

export async function writeFirstPreferences(profile: string): Promise<void> {
  const folder = path.join(profile, 'Default');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'Preferences'), JSON.stringify({ devtools: { preferences: DEVTOOLS } }));
}

/** Folders that are gone afterwards, also when the tests end by an exception. */
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

// The browser's helper processes may write for a moment after their end was asked for.
const INSISTENTLY = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 };

export async function temporaryFolder(name: string): Promise<TemporaryFolder> {
  const folder = await mkdtemp(path.join(os.tmpdir(), `inspector-${name}-`));
  const removeAtExit = (): void => rmSync(folder, INSISTENTLY);
  process.once('exit', removeAtExit);
  return {
    path: folder,
    remove: async () => {
      await rm(folder, INSISTENTLY);
      process.off('exit', removeAtExit);
    },
  };
}

import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const PAGE = /\/entrypoints\/workbench\/start-reading\.ts$/;
const WORKER = fileURLToPath(new URL('../entrypoints/workbench/reader.worker.ts', import.meta.url));
const ADDRESS = "new URL('./reader.worker.ts', import.meta.url)";
const FILE = 'reader-worker.js';

/**
 * Builds the workbench's worker in the same graph as the pages. Vite builds every worker on its own, and so the rules
 * and everything they stand on would be in the extension twice.
 */
export function shareWorkerChunks(): Plugin {
  return {
    name: 'share-worker-chunks',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: PAGE },
      handler(code) {
        if (!code.includes(ADDRESS)) this.error(`The worker is no longer started by ${ADDRESS}`);
        this.emitFile({ type: 'chunk', id: WORKER, fileName: FILE });
        return { code: code.replace(ADDRESS, `'/${FILE}'`), map: null };
      },
    },
  };
}

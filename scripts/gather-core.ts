import type { Plugin } from 'vite';

const BACKGROUND = /\/entrypoints\/background\.ts$/;

/**
 * Gathers what the background shares with pages in one chunk, where each set of sharers would get one of its own: ten
 * small files compress worse than a large one. Only what the background itself imports gets in, so nothing of the
 * interface does.
 */
export function gatherCore(): Plugin {
  return {
    name: 'gather-core',
    apply: 'build',
    outputOptions(options) {
      if (options.format !== 'es') return undefined;
      const known = new Map<string, boolean>();
      type Importers = (id: string) => readonly string[];
      const isOfBackground = (id: string, importersOf: Importers): boolean => {
        const found = known.get(id);
        if (found !== undefined) return found;
        // Ends a circle of imports, which at worst stays in a chunk of its own.
        known.set(id, false);
        const answer =
          BACKGROUND.test(id) || importersOf(id).some((importer) => isOfBackground(importer, importersOf));
        known.set(id, answer);
        return answer;
      };
      const group = {
        name: (id: string, context: { getModuleInfo(id: string): { importers: string[] } | null }) =>
          isOfBackground(id, (module) => context.getModuleInfo(module)?.importers ?? []) ? 'core' : null,
        minShareCount: 2,
      };
      return { ...options, codeSplitting: { groups: [group] } };
    },
  };
}

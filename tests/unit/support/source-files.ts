import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

const ROOT = new URL('../../../', import.meta.url);

/** One text file of the repository. */
export interface SourceFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

export function readSource(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

/** Every file below a folder whose name ends so, in order of path. */
export function sourceFiles(folder: string, endings: readonly string[]): SourceFile[] {
  return readdirSync(new URL(`${folder}/`, ROOT), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .sort()
    .map((path) => ({ path, text: readSource(path) }));
}

/** One import of a file, static or not. */
export interface ImportFact {
  readonly line: number;
  /** What is written: `../api/units`, `preact`. */
  readonly specifier: string;
  /** The file that is meant, from the root and without extension; `undefined` for a package. */
  readonly target: string | undefined;
  /** True for `import type`: nothing of it is there when the code runs. */
  readonly typeOnly: boolean;
}

const IMPORT =
  /^(?:import|export)\s(?<type>type\s)?[^'";]*?from\s'(?<from>[^']+)'|^import\s'(?<bare>[^']+)'|\bimport\('(?<dynamic>[^']+)'\)/gm;

/** The imports of a file, found by their form; Biome keeps that form. */
export function importsOf({ path, text }: SourceFile): ImportFact[] {
  return [...text.matchAll(IMPORT)].map((match) => {
    const { type, from, bare, dynamic } = match.groups ?? {};
    const specifier = from ?? bare ?? dynamic ?? '';
    const isRelative = specifier.startsWith('.');
    return {
      line: text.slice(0, match.index).split('\n').length,
      specifier,
      target: isRelative ? posix.join(posix.dirname(path), specifier) : undefined,
      typeOnly: type !== undefined,
    };
  });
}

/** The code of a file without its comments, with the same number of lines. */
export function withoutComments(text: string): string {
  return text
    .replace(/^[ \t]*\/\*[\s\S]*?\*\//gm, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/^[ \t]*\/\/.*$/gm, '')
    .replace(/\s\/\/\s.*$/gm, '');
}

/** Every line of a file that a pattern matches, as `path:line text`. */
export function linesWith({ path, text }: SourceFile, pattern: RegExp): string[] {
  return text
    .split('\n')
    .flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1} ${line.trim().slice(0, 120)}`] : []));
}

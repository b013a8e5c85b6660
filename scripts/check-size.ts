/** Holds the built extension to its budget of code: JavaScript and styles, gzipped, in kB of 1,000 bytes. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { textTable } from './text-table';

const FOLDER = '.output/chrome-mv3';
const BUDGET = { everything: 100, background: 15 };

const sizeOf = (file: string) => gzipSync(readFileSync(file)).length / 1000;

/** A module and everything that it imports statically. */
function modulesFrom(entry: string, found = new Set<string>()): Set<string> {
  if (found.has(entry)) return found;
  found.add(entry);
  const text = readFileSync(entry, 'utf8');
  for (const [, specifier = ''] of text.matchAll(/\b(?:from|import)\s*["'](\.{1,2}\/[^"']+)["']/g)) {
    modulesFrom(path.join(path.dirname(entry), specifier), found);
  }
  return found;
}

const code = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:js|css)$/.test(name))
  .map((name) => path.join(FOLDER, name));
const parts = { everything: code, background: [...modulesFrom(path.join(FOLDER, 'background.js'))] };

let over = false;
const rows = (['everything', 'background'] as const).map((part) => {
  const size = parts[part].reduce((sum, file) => sum + sizeOf(file), 0);
  if (size > BUDGET[part]) over = true;
  return [part, size.toFixed(1), String(BUDGET[part]), size > BUDGET[part] ? 'over' : 'fine'];
});
console.log(textTable(['Part', 'kB gzipped', 'Budget', ''], rows));
process.exitCode = over ? 1 : 0;

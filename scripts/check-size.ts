/**
 * Holds the built extension to its budgets: JavaScript and styles, gzipped, in kB of 1,000 bytes. The aim is what the
 * product wants to weigh. Where it is not reached yet, the limit is today's weight: what raises it says why in its commit.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { textTable } from './text-table';

const FOLDER = '.output/chrome-mv3';

interface Budget {
  readonly part: string;
  readonly files: readonly string[];
  readonly limit: number;
  readonly aim: number;
}

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
const isText = (file: string) => /[\\/](?:en|de)-[^\\/]*\.js$/.test(file);

const BUDGETS: readonly Budget[] = [
  { part: 'everything but the texts', files: code.filter((file) => !isText(file)), limit: 204, aim: 100 },
  { part: 'texts in two languages', files: code.filter(isText), limit: 54.5, aim: 50 },
  {
    part: 'background',
    files: [...modulesFrom(path.join(FOLDER, 'background.js'))],
    limit: 60.7,
    aim: 15,
  },
  {
    part: 'in every frame of Infuzu and of sites that were allowed',
    files: code.filter((file) => file.includes('content-scripts')),
    limit: 5.3,
    aim: 5,
  },
];

const weighed = BUDGETS.map((budget) => ({
  ...budget,
  size: budget.files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length / 1000, 0),
}));
const isOver = ({ size, limit, files }: (typeof weighed)[number]) => size > limit || files.length === 0;
console.log(
  textTable(
    ['Part', 'kB gzipped', 'Limit', 'Aim', ''],
    weighed.map((budget) => [
      budget.part,
      budget.size.toFixed(1),
      String(budget.limit),
      String(budget.aim),
      isOver(budget) ? 'over' : 'fine',
    ]),
  ),
);
process.exitCode = weighed.some(isOver) ? 1 : 0;

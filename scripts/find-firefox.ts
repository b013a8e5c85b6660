/** Finds a Firefox on this machine. `FIREFOX_PATH` wins over everything else. */
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

const NAMES: readonly string[] =
  process.platform === 'win32' ? ['firefox.exe'] : ['firefox-esr', 'firefox', 'firefox-developer-edition'];

const LOCATIONS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
  linux: ['/usr/lib/firefox-esr/firefox-esr', '/snap/bin/firefox'],
};

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @throws when `FIREFOX_PATH` is set but leads to no program: a silent second choice would test another browser. */
export function findFirefox(environment: Environment = process.env): string | undefined {
  const wanted = environment['FIREFOX_PATH'];
  if (wanted) {
    if (isExecutable(wanted)) return wanted;
    throw new Error(`FIREFOX_PATH is "${wanted}", but there is no program that can be run.`);
  }
  const folders = (environment['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...onPath, ...(LOCATIONS[process.platform] ?? [])].find(isExecutable);
}

/** One clear sentence that says how to get Firefox. */
export function howToGetFirefox(): string {
  return 'Install Firefox from https://www.mozilla.org/firefox/ (Debian: "sudo apt-get install firefox-esr"), or set FIREFOX_PATH to its program.';
}

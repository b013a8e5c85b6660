/**
 * Finds a Chromium (or Chrome) on this machine.
 *
 * Chromium comes before branded Google Chrome everywhere: Chrome 137 and newer ignores `--load-extension`.
 * The callers here load extensions over the debugging pipe, which works in both, so Chrome is a good second.
 */
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

const NAMES_ON_PATH: Readonly<Record<string, readonly string[]>> = {
  linux: [
    'chromium',
    'chromium-browser',
    'ungoogled-chromium',
    'google-chrome',
    'google-chrome-stable',
    'google-chrome-beta',
    'google-chrome-unstable',
  ],
  darwin: ['chromium', 'google-chrome'],
  win32: ['chromium.exe', 'chrome.exe'],
};

const LINUX_LOCATIONS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/lib/chromium/chromium',
  '/usr/lib64/chromium-browser/chromium-browser',
  '/snap/bin/chromium',
  '/var/lib/flatpak/exports/bin/org.chromium.Chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
];

const MAC_APPLICATIONS = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Google Chrome Beta.app/Contents/MacOS/Google Chrome Beta',
  'Google Chrome Canary.app/Contents/MacOS/Google Chrome Canary',
];

const WINDOWS_PROGRAMS = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome for Testing\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Google\\Chrome Beta\\Application\\chrome.exe',
  'Google\\Chrome SxS\\Application\\chrome.exe',
];

function isExecutable(file: string): boolean {
  try {
    accessSync(file, process.platform === 'win32' ? constants.F_OK : constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function usualLocations(platform: NodeJS.Platform, environment: Environment): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', path.join(environment['HOME'] ?? '/', 'Applications')];
    return MAC_APPLICATIONS.flatMap((application) => folders.map((folder) => path.join(folder, application)));
  }
  if (platform === 'win32') {
    const folders = ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap(
      (name) => environment[name] ?? [],
    );
    return WINDOWS_PROGRAMS.flatMap((program) => folders.map((folder) => path.join(folder, program)));
  }
  return LINUX_LOCATIONS;
}

function onPath(platform: NodeJS.Platform, environment: Environment): string[] {
  const folders = (environment['PATH'] ?? environment['Path'] ?? '').split(path.delimiter).filter(Boolean);
  const names = NAMES_ON_PATH[platform] ?? NAMES_ON_PATH['linux'] ?? [];
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** Chromium first, whatever list it comes from; the order is otherwise kept (sort is stable). */
function chromiumFirst(files: readonly string[]): string[] {
  const rank = (file: string): number => (/google|(^|[\\/])chrome(\.exe)?$/i.test(file) ? 1 : 0);
  return [...files].sort((a, b) => {
    // A folder named Chromium outweighs a program named chrome.exe: that is how Chromium is installed on Windows.
    const rankOf = (file: string): number => (/chromium/i.test(file) ? 0 : rank(file));
    return rankOf(a) - rankOf(b);
  });
}

/**
 * The path of an installed Chromium or Chrome. `CHROMIUM_PATH` wins over everything else.
 * @throws when `CHROMIUM_PATH` is set but leads to no program: a silent second choice would test another browser.
 */
export function findChromium(environment: Environment = process.env): string | undefined {
  const wanted = environment['CHROMIUM_PATH'];
  if (wanted) {
    if (isExecutable(wanted)) return wanted;
    throw new Error(`CHROMIUM_PATH is "${wanted}", but there is no program that can be run.`);
  }
  const candidates = [
    ...onPath(process.platform, environment),
    ...usualLocations(process.platform, environment),
  ];
  return chromiumFirst(candidates).find(isExecutable);
}

/** One clear sentence that says how to get Chromium on this platform. */
export function howToGetChromium(platform: NodeJS.Platform = process.platform): string {
  const otherwise = 'or set CHROMIUM_PATH to the program of an installed Chromium or Chrome';
  if (platform === 'darwin') {
    return `Install Chromium with "brew install --cask chromium" or Chrome from https://www.google.com/chrome/, ${otherwise}.`;
  }
  if (platform === 'win32') {
    return `Install Chromium with "winget install Hibbiki.Chromium" or Chrome from https://www.google.com/chrome/, ${otherwise}.`;
  }
  return `Install Chromium with "sudo apt-get install chromium" (Debian, Ubuntu), "sudo dnf install chromium" (Fedora) or "sudo pacman -S chromium" (Arch), ${otherwise}.`;
}

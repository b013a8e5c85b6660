/** Rebuilds the Firefox package from the source package, as a reviewer does, and compares every byte. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import JSZip from 'jszip';

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  name: string;
  version: string;
};
const SOURCES = `.output/${name}-${version}-sources.zip`;
const PACKAGES = [`.output/${name}-${version}-firefox.zip`, SOURCES];
/** What may be in a working folder and must not be given away. */
const FORBIDDEN =
  /(?:^|\/)(?:node_modules|\.output|\.wxt|\.git|\.env[^/]*|test-results)(?:\/|$)|\.(?:log|pem|key)$/;

async function unpack(file: string, folder: string): Promise<string[]> {
  const { files } = await JSZip.loadAsync(readFileSync(file));
  for (const [name, entry] of Object.entries(files)) {
    const target = path.join(folder, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, await entry.async('uint8array'));
  }
  return Object.keys(files);
}

/** What is wrong, in sentences. */
async function check(folder: string): Promise<string[]> {
  const names = await unpack(SOURCES, folder);
  const forbidden = names.filter((name) => FORBIDDEN.test(name));
  if (forbidden.length > 0) return [`Not for others' eyes, yet in ${SOURCES}: ${forbidden.join(', ')}`];

  // What `npm ci` would install there is installed here, from the same lock file: a second time would cost a minute.
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'), 'junction');
  // The shell is needed for the .cmd files of Windows.
  const { status } = spawnSync('npx --no wxt zip -b firefox', { cwd: folder, stdio: 'inherit', shell: true });
  if (status !== 0) return ['The source package cannot be built.'];
  return PACKAGES.filter((file) => !readFileSync(path.join(folder, file)).equals(readFileSync(file))).map(
    (file) => `${file} has other bytes when it is rebuilt from the source package.`,
  );
}

const folder = mkdtempSync(path.join(tmpdir(), 'inspector-sources-'));
try {
  const faults = await check(folder);
  for (const fault of faults) console.error(fault);
  if (faults.length === 0) console.log(`Rebuilt byte for byte: ${PACKAGES.join(', ')}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * The first step of a command in a fresh clone: plain JavaScript without a dependency, so that it runs before anything
 * is installed. It checks Node, installs what the lock file names, and hands over to TypeScript.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** The oldest Node that the build tools run on; `engines` in package.json says the same. */
const OLDEST_NODE = [20, 19];

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  stop(
    `Node ${OLDEST_NODE.join('.')} or newer is needed, and this is ${process.versions.node}. Get it from https://nodejs.org/.`,
  );
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(path.join(ROOT, lockFile), 'utf8')).packages;
}

/**
 * Compares the lock file with npm's own record of what it installed. By content: a time stamp says nothing in a clone.
 * Optional packages are those of other platforms.
 */
function isInstalled() {
  let installed;
  try {
    installed = packagesOf('node_modules/.package-lock.json');
  } catch {
    return false;
  }
  return Object.entries(packagesOf('package-lock.json')).every(
    ([folder, { version, optional }]) => folder === '' || optional || installed[folder]?.version === version,
  );
}

function install() {
  process.stdout.write('Installing the packages of package-lock.json …\n');
  // npm names its own script to what it runs; without that, the shell finds npm.
  const npm = process.env['npm_execpath'];
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const options = { cwd: ROOT, stdio: 'inherit' };
  const { status } = npm?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync(`npm ${args.join(' ')}`, { ...options, shell: true });
  if (status !== 0) stop('The packages could not be installed; npm says above why.');
}

/** Runs a TypeScript program of this folder in this process. */
export async function handOver(script) {
  checkNode();
  if (!isInstalled()) install();
  process.chdir(ROOT);
  const { register } = await import('tsx/esm/api');
  register();
  await import(new URL(script, import.meta.url).href);
}

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const APT_GET = '/usr/bin/apt-get';

function aptGet(...args: string[]): boolean {
  console.log(`apt-get ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(APT_GET, ['-qq', ...args], { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}

/**
 * Installs packages of Debian or Ubuntu, where this process may: as root, with apt-get there. Asks nothing.
 * @returns whether it did
 */
export function installWithApt(...packages: string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync(APT_GET)) return false;
  return aptGet('update') && aptGet('install', '-y', '--no-install-recommends', ...packages);
}

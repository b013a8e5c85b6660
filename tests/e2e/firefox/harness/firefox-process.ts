/** Starts one Firefox process, and ends that process and its children, and no other. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const OUTPUT_KEPT = 500_000;
const GRACE_MS = 5_000;
const NAMES = ['firefox-esr', 'firefox'];

export interface FirefoxProcess {
  readonly pid: number;
  /** Resolves when the process has ended, with the reason in words. */
  readonly ended: Promise<string>;
  /** The last part of what the browser wrote to its standard output and error. */
  output(): string;
  /** Waits for a moment for the process to end by itself, then ends it. */
  end(): Promise<void>;
}

/** `FIREFOX` in the environment, else the first one on the path. */
export function findFirefox(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = environment['FIREFOX'];
  if (named) return named;
  const folders = [...(environment['PATH'] ?? '').split(delimiter), '/usr/bin'];
  return folders
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((candidate) => existsSync(candidate));
}

/** The process leads a group of its own, which carries its pid. */
function kill(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

function whenEnded(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`Firefox did not start: ${error.message}`));
    child.once('exit', (code, signal) => resolve(`Firefox ended (${signal ?? `exit code ${code}`})`));
  });
}

export async function startFirefox(
  executable: string,
  profile: string,
  headless: boolean,
): Promise<FirefoxProcess> {
  const flags = [
    ...(headless ? ['-headless'] : []),
    '-no-remote',
    '-profile',
    profile,
    '-marionette',
    '--remote-allow-system-access', // Marionette may run code in the browser's own pages, as DevTools
    'about:blank',
  ];
  const child = spawn(executable, flags, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1', MOZ_DISABLE_AUTO_SAFE_MODE: '1' },
    detached: true,
  });
  const ended = whenEnded(child);
  const { pid } = child;
  if (pid === undefined) throw new Error(`${executable}: ${await ended}`);

  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-OUTPUT_KEPT);
    });
  }
  const killAtExit = (): void => kill(pid);
  process.once('exit', killAtExit);

  return {
    pid,
    ended,
    output: () => output,
    end: async () => {
      const timer = setTimeout(() => kill(pid), GRACE_MS);
      await ended;
      clearTimeout(timer);
      kill(pid); // children that outlived it
      process.off('exit', killAtExit);
    },
  };
}

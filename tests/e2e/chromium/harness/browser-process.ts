/** Starts one Chromium process with its pipes, and ends that process and its children, and no other. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

const STDERR_KEPT = 2_000_000;
const GRACE_MS = 3_000;

export interface BrowserProcess {
  readonly pid: number;
  readonly toBrowser: Writable;
  readonly fromBrowser: Readable;
  /** Resolves when the process has ended, with the reason in words. */
  readonly ended: Promise<string>;
  /** The last part of what the browser wrote to its standard error. */
  stderr(): string;
  /** Waits for a moment for the process to end by itself, then ends it. */
  end(): Promise<void>;
}

/** Ends the process and its children. On POSIX it leads a process group of its own, which carries its pid. */
function kill(pid: number): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

function whenEnded(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`the browser did not start: ${error.message}`));
    child.once('exit', (code, signal) => resolve(`the browser ended (${signal ?? `exit code ${code}`})`));
  });
}

/** Starts the browser. Descriptor 3 carries commands to it, 4 its answers. */
export async function startProcess(
  executable: string,
  flags: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<BrowserProcess> {
  const child = spawn(executable, flags, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
    detached: process.platform !== 'win32', // its own process group, see kill()
  });
  const ended = whenEnded(child);
  const { pid } = child;
  if (pid === undefined) throw new Error(`${executable}: ${await ended}`);

  let stderr = '';
  (child.stdio[2] as Readable).setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-STDERR_KEPT);
  });
  const killAtExit = (): void => kill(pid);
  process.once('exit', killAtExit);

  return {
    pid,
    toBrowser: child.stdio[3] as Writable,
    fromBrowser: child.stdio[4] as Readable,
    ended,
    stderr: () => stderr,
    end: async () => {
      const timer = setTimeout(() => kill(pid), GRACE_MS);
      await ended;
      clearTimeout(timer);
      kill(pid); // children that outlived it
      process.off('exit', killAtExit);
    },
  };
}

/**
 * Console messages out of the browser's standard error, where `--enable-logging=stderr` writes those of every page and
 * worker: no debugger has to be attached from the start (on a worker it would prevent its idle stop).
 */

export interface ConsoleMessage {
  /** Objects are only `[object Object]` here. */
  readonly text: string;
  /** The URL of the script; empty for evaluated code. */
  readonly source: string;
  readonly line: number;
}

const MESSAGE = /^\[[^\]\n]*:CONSOLE[:(][^\]\n]*\] "([\s\S]*?)", source: (\S*) \((\d+)\)$/gm;

export function consoleMessages(stderr: string): ConsoleMessage[] {
  return [...stderr.matchAll(MESSAGE)].map(([, text = '', source = '', line]) => ({
    text,
    source,
    line: Number(line),
  }));
}

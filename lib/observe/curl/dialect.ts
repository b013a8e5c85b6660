/** The shell whose quoting a pasted line uses. */
export type Dialect = 'posix' | 'cmd' | 'powershell';

const CMDLETS = /(?:^|[\s=;|({])(?:invoke-webrequest|invoke-restmethod|iwr|irm)(?=\s)/i;

/** A prompt of cmd in front of curl itself: what another program of Windows gets, as `wsl`, is for another shell. */
const CMD_PROMPT = /^[ \t]*[A-Za-z]:\\[^>\n]*>[ \t]*(?:"?[^\s"]*[\\/])?curl(?:\.exe)?["\s]/im;

/** A prompt of PowerShell, or that its environment is given a variable. */
const POWERSHELL_SIGN = /^[ \t]*(?:PS(?: [A-Za-z]:[^>\n]*)?>[ \t]*\S|\$(?:\{env:|env:)\w+\}?[ \t]*=)/im;

/**
 * Tells the shell by its prompt, by its continuation and escape characters, by the doubled quotes of JSON in quotes, by
 * `%NAME%` before a quote, and by PowerShell's own commands.
 * @param text the commands alone
 * @param original the same as it was given, with the prompts
 */
export function dialectOf(text: string, original: string): Dialect {
  if (CMDLETS.test(text) || /`[ \t]*\r?\n/.test(text) || POWERSHELL_SIGN.test(original)) return 'powershell';
  if (CMD_PROMPT.test(original) || /\^[ \t]*\r?\n|\s\^"|"[{[]""/.test(text)) return 'cmd';
  // In single quotes, `%NAME%` may be content.
  if (/[: ]%[A-Za-z_]\w*%"/.test(text) && !/\s'/.test(text)) return 'cmd';
  return 'posix';
}

/** True when the text holds a command that makes a request. */
export function holdsCommand(text: string): boolean {
  return CMDLETS.test(text) || /(?:^|[\s;&|(`/\\"'])curl(?:\.exe)?(?=["']?\s)/i.test(text);
}

/** The shell whose quoting a pasted line uses. */
export type Dialect = 'posix' | 'cmd' | 'powershell';

const CMDLETS = /(?:^|[\s=;|({])(?:invoke-webrequest|invoke-restmethod|iwr|irm)(?=\s)/i;

/** Tells the shell by its continuation and escape characters, by the doubled quotes of JSON in quotes, by `%NAME%` before a quote, and by PowerShell's own commands. */
export function dialectOf(text: string): Dialect {
  if (CMDLETS.test(text) || /`[ \t]*\r?\n/.test(text)) return 'powershell';
  if (/\^[ \t]*\r?\n|\s\^"|"[{[]""|[: ]%[A-Za-z_]\w*%"/.test(text)) return 'cmd';
  return 'posix';
}

/** True when the text holds a command that makes a request. */
export function holdsCommand(text: string): boolean {
  return CMDLETS.test(text) || /(?:^|[\s;&|(`/\\"'])curl(?:\.exe)?(?=["']?\s)/i.test(text);
}

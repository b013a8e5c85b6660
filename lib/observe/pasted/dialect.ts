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
function dialectOf(text: string, original: string): Dialect {
  if (CMDLETS.test(text) || /`[ \t]*\r?\n/.test(text) || POWERSHELL_SIGN.test(original)) return 'powershell';
  if (CMD_PROMPT.test(original) || /\^[ \t]*\r?\n|\s\^"|"[{[]""/.test(text)) return 'cmd';
  // In single quotes, `%NAME%` may be content.
  if (/[: ]%[A-Za-z_]\w*%"/.test(text) && !/\s'/.test(text)) return 'cmd';
  return 'posix';
}

const PROMPTS: readonly (readonly [Dialect, RegExp])[] = [
  ['powershell', /^[ \t]*PS(?: [A-Za-z]:[^>\n]*)?>/],
  ['cmd', /^[ \t]*[A-Za-z]:\\[^>\n]*>/],
  ['posix', /^[ \t]*(?:\S{0,80}[@:~]\S{0,80} ?)?[$%][ \t]/],
];
const FENCE = /^[ \t]*```/;

/**
 * The commands of a text by their shell: a ticket may hold what was tried in several. A part of it begins with a fence
 * of Markdown, or with the prompt of another shell than before. In each text the lines of other shells are blank.
 * @param script the commands alone
 * @param original the same with prompts and fences, line by line
 */
export function byDialect(script: string, original: string): [Dialect, string][] {
  const [lines, originals] = [script.split('\n'), original.split('\n')];
  const begins: number[] = [0];
  let prompt: Dialect | undefined;
  for (const [at, line] of originals.entries()) {
    const own = PROMPTS.find(([, pattern]) => pattern.test(line))?.[0];
    const isFence = FENCE.test(line);
    if (isFence || (own !== undefined && prompt !== undefined && own !== prompt)) begins.push(at);
    prompt = isFence ? undefined : (own ?? prompt);
  }
  const texts = new Map<Dialect, string[]>();
  for (const [i, begin] of begins.entries()) {
    const end = begins[i + 1] ?? lines.length;
    const part = lines.slice(begin, end);
    const dialect = dialectOf(part.join('\n'), originals.slice(begin, end).join('\n'));
    const text = texts.get(dialect) ?? Array<string>(lines.length).fill('');
    for (const [at, line] of part.entries()) text[begin + at] = line;
    texts.set(dialect, text);
  }
  return [...texts].map(([dialect, text]) => [dialect, text.join('\n')]);
}

/** What follows the name where curl is called behind other words: an option, an address, a variable, or the next line. */
const CALLS_CURL =
  /(?:^|[\s;&|(`/\\"'>])curl(?:\.exe)?["']?[ \t]+(?:\^?["'“”„‘’]?(?:[-\u2010-\u2015\u2212]{1,2}[a-z#]|https?:|[$%{][\w{]|localhost\b|[\w-]+(?:\.[\w-]+|:\d))|[\\^`]\s*$)/i;
/** At the beginning of a line, and behind what runs it, anything does that is no plain word, as in “curl failed to …”. */
const BEGINS_WITH_CURL =
  /^[ \t]*(?:\S*[$#%>][ \t]+)?(?:(?:\w+=\S*|sudo|time|exec|nohup|&|!)[ \t]+)*["']?(?:\S*[\\/])?curl(?:\.exe)?["']?[ \t]+(?!(?!localhost\b)[a-z]+(?:[ \t,.:;!?]|$))\S/i;

/** Whether curl is called on this line, and not only spoken of, or a cmdlet that makes a request. */
export function isCommandLine(line: string): boolean {
  return BEGINS_WITH_CURL.test(line) || CALLS_CURL.test(line) || CMDLETS.test(line);
}

/** Where the line of the first command begins; the end of the text where there is none. */
export function firstCommandIn(text: string): number {
  let at = 0;
  for (const line of text.split('\n')) {
    if (isCommandLine(line)) return at;
    at += line.length + 1;
  }
  return text.length;
}

/** True when the text holds a command that makes a request. */
export function holdsCommand(text: string): boolean {
  return CMDLETS.test(text) || /(?:^|[\s;&|(`/\\"'>])curl(?:\.exe)?(?=["']?\s)/i.test(text);
}

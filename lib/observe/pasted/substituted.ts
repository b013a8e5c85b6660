import { endOfSubstitution } from './posix-words';

/** A script that keeps the output of curl, or prints it: `ANSWER=$(curl …)`, `` echo `curl …` ``. */
const SUBSTITUTED =
  /^([ \t]*(?:(?:export|local|readonly)[ \t]+)?(?:\w+=|(?:echo|printf)[ \t]+)"?)(\$\(|`)(?=[\s\\]*curl\b)/gm;

const blank = (text: string) => text.replace(/[^\n]/g, ' ');

/** Blanks what stands around such commands, so that they are read as any other; all stays where it was. */
export function withoutSubstitution(script: string): string {
  let text = script;
  for (const match of script.matchAll(SUBSTITUTED)) {
    const [whole, before = '', open] = match;
    const start = match.index + before.length;
    const end = open === '`' ? script.indexOf('`', start + 1) + 1 : endOfSubstitution(script, start);
    if (end <= start) continue;
    const inner = script.slice(match.index + whole.length, end - 1);
    const behind = before.endsWith('"') && script[end] === '"' ? 2 : 1;
    text = `${text.slice(0, match.index)}${blank(whole)}${inner}${' '.repeat(behind)}${text.slice(end - 1 + behind)}`;
  }
  return text;
}

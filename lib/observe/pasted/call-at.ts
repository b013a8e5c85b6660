import type { Word } from './posix-words';

const CURL = /^(?:.*[\\/])?curl(?:\.exe)?$/i;

/** What may stand in front of a command without being prose: an assignment, a prompt, what runs a command. */
const RUNS = /=|[$#%>]$|^(?:sudo|time|exec|env|nohup|command|if|then|do|while|until|!)$/i;

/** Words after which a mention of curl is no call of it, unless it names an address. */
const NO_CALL = /^(?:install|apt|apt-get|brew|choco|which|whereis|man|type|pip|docker|add|about|use|the|a)$/i;

/** Commands that only print or name what stands behind them. */
const PRINTS = /^(?:echo|printf|alias)$/i;

/** The dashes are those that word processors write for hyphens, too. */
const OPTION = /^(?:-|[\u2010-\u2015\u2212]){1,2}[a-z0-9#]/i;

/** An absolute URL, a host, or a variable in its place; typographic quotes are a mistake in a command, and no prose. */
const ADDRESS = /^[“”„‘’]?(?:https?:\/\/|localhost(?=[:/]|$)|(?:[\w-]+\.)+[a-z]{2,}(?=[:/?#”’]|$)|[$%{]\S)/i;

export const isAddress = ({ text }: Pick<Word, 'text'>) => ADDRESS.test(text) || text.startsWith('--url');

/**
 * Where curl is called in a command, in front of which prose may stand: `We use curl -X POST https://…`. Behind prose,
 * an option or an address has to follow, so that `we use curl to test` is none.
 * @returns -1 when it is not called
 */
export function callAt(words: readonly Word[]): number {
  const firstOf = (pattern: RegExp) => {
    const found = words.findIndex(({ text }) => pattern.test(text));
    return found < 0 ? words.length : found;
  };
  const firstCurl = firstOf(CURL);
  if (firstCurl === words.length) return -1;
  const [firstPrint, firstNoCall] = [firstOf(PRINTS), firstOf(NO_CALL)];
  const lastAddress = words.findLastIndex(isAddress);
  const command = words.findIndex(({ text }, i) => {
    const next = words[i + 1];
    if (next === undefined || !CURL.test(text) || !(OPTION.test(next.text) || isAddress(next))) return false;
    return i < firstPrint && (i < firstNoCall || i < lastAddress);
  });
  if (command >= 0) return command;
  return words.slice(0, firstCurl).every(({ text }) => RUNS.test(text)) ? firstCurl : -1;
}

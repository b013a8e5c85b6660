import { authHeaderOf } from '../../api/auth-headers';
import { REDACTED } from '../../exchange/redact';
import type { Word } from './posix-words';

/** What a shell fills in: `$NAME`, `${NAME}`, `$(command)`, a command in backticks, `%NAME%` of cmd. */
export const FILLED_IN = /(?:\$\{[^}]*\}|\$\([^)]*\)|\$\w+|`[^`]*`|%\w+%)+/g;

/**
 * The words as curl gets them, with the mark of a value that was taken out where the shell fills in a key: the text
 * does not tell it, so nothing can be told of it.
 */
export function withUntoldKeys(words: readonly Word[]): Word[] {
  return words.map((word, i) => {
    const { text, untold } = word;
    const header = /^(?:-[A-Za-z]*H|--header=)?([\w-]+):/.exec(text)?.[1] ?? '';
    const holdsKey = authHeaderOf(header) !== undefined || words[i - 1]?.text === '--oauth2-bearer';
    return untold && holdsKey ? { ...word, text: text.replace(FILLED_IN, REDACTED) } : word;
  });
}

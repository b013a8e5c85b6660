import { authHeaderOf } from '../api/auth-headers';
import { type HostPattern, isObservedUrl } from '../api/hosts';
import { nearMissOf } from '../api/near-miss';
import type { FileEntry } from './from-file-entry';
import { fieldValue } from './har/header-list';
import { initiatorOf } from './har/initiator';
import { resourceTypeOf } from './har/resource-type';
import { type IgnoredHosts, ignoredHosts } from './ignored-hosts';
import type { InputProblem, UnreadableEntry } from './input-problem';
import { markMasked } from './masked-keys';
import { callAt } from './pasted/call-at';
import { splitCmd } from './pasted/cmd-words';
import { curlRequests } from './pasted/curl-requests';
import { byDialect, type Dialect, firstCommandIn, holdsCommand } from './pasted/dialect';
import { readFetchCalls } from './pasted/fetch-calls';
import { type Command, splitPosix, type UnclosedQuote } from './pasted/posix-words';
import { powerShellRequests } from './pasted/powershell-requests';
import type { PlacedDraft, RequestDraft } from './pasted/request-draft';
import type { ShownResponse } from './pasted/shown-exchange';
import { type AnsweredDraft, answeredDrafts, httpVersionOf } from './pasted/shown-requests';
import { withoutSubstitution } from './pasted/substituted';
import { readTranscript } from './pasted/transcript';
import { withUntoldKeys } from './pasted/untold-key';

/** What a pasted text asks curl, or PowerShell, for. */
export interface PastedText {
  /** Requests to observed hosts; `index` counts all requests of the text. */
  readonly entries: readonly FileEntry[];
  readonly unreadable: readonly UnreadableEntry[];
  /** How many requests go to other hosts. */
  readonly ignored: number;
  readonly ignoredHosts: IgnoredHosts;
}

/** The prompt of a POSIX shell in front of an assignment: in front of curl itself it does no harm. */
const POSIX_PROMPT =
  /^[ \t]*(?:[\w.-]+@[\w.:~/-]+(?: [\w.:~/-]+)? ?)?[$%][ \t]+(?=(?:export[ \t]+)?[A-Za-z_]\w*=)/;

/** Of a shell that runs as root, or a comment: nothing but an answer below tells. */
const ROOT_PROMPT = /^[ \t]*# (?=curl\s)/gm;

/** Takes away what stands around commands where they are copied from: fences of Markdown, prompts. Lines stay lines. */
function withoutSurroundings(text: string): string {
  return text
    .replace(/^(\s*)`([^`\n]+)`\s*$/, '$1$2')
    .split('\n')
    .map((line) =>
      line
        .replace(/^[ \t]*```[\w-]*\s*$/, '')
        .replace(
          /^[ \t]*(?:PS(?: [A-Za-z]:[^>\n]*)?>|More\? |[A-Za-z]:\\[^>\n]*>|>{1,2}(?=[ \t])|\S+@\S+ \S*> |\/\S* # )[ \t]*/,
          '',
        )
        .replace(POSIX_PROMPT, ''),
    )
    .join('\n')
    .trimEnd();
}

/**
 * A command that is cut nobody knows where: nothing in it can be judged.
 * @param text as it was given
 * @param script the same, with parts of its lines taken away
 */
function unclosedQuote({ quote, at }: UnclosedQuote, script: string, text: string): InputProblem {
  const before = script.slice(0, at).split('\n');
  const line = before.length;
  const lineOf = (lines: string) => lines.split('\n')[line - 1] ?? '';
  const taken = Math.max(0, lineOf(text).indexOf(lineOf(script)));
  const column = taken + (before.at(-1)?.length ?? 0) + 1;
  return { key: 'unclosed-quote', values: { quote, line: String(line), column: String(column) } };
}

/** The auth header that the shell cut off its value, where no plain quotes hold the two together. */
function unquotedHeader(words: Command['words']): string | undefined {
  for (const [i, { text }] of words.entries()) {
    const name = /^(?:-H|--header=)?[“”„‘’]?([\w-]+):$/.exec(text)?.[1];
    const value = words[i + 1]?.text ?? '-';
    const isHeader = text.startsWith('-') || /^(?:-H|--header)$/.test(words[i - 1]?.text ?? '');
    if (name === undefined || !isHeader || value.startsWith('-') || value.includes('://')) continue;
    if (authHeaderOf(name) ?? nearMissOf(name)) return name;
  }
  return undefined;
}

/** The dashes that word processors and ticket systems write for the hyphen of an option. */
const TYPOGRAPHIC_OPTION = /^[\u2010-\u2015\u2212]{1,2}[a-z][a-z-]{0,19}/i;
/** A quote as HTML writes it, where a word begins. */
const ESCAPED_QUOTE = /\s&(?:quot|apos|#0?39|#x27);/i;

/** True when curl gets single quotes that were meant to quote. As the name of a file, or around what it writes out, they do no harm. */
function holdsPlainQuotes(words: Command['words']): boolean {
  return words.some(({ text, plainQuote }, i) => {
    const isOutput = /^(?:-[A-Za-z]*[ow]|--output|--write-out)$/.test(words[i - 1]?.text ?? '');
    return plainQuote && !(isOutput && text.endsWith("'"));
  });
}

function requestsOf(
  { words, input, unclosed }: Command,
  problemOf: (unclosed: UnclosedQuote) => InputProblem,
): (RequestDraft | InputProblem)[] {
  const at = callAt(words);
  if (at < 0) return [];
  if (holdsPlainQuotes(words.slice(at + 1))) return [{ key: 'cmd-single-quotes' }];
  const last = words.at(-1);
  // For a POSIX shell, no such word is left: it joins the lines.
  if (last?.text === '\\' && !last.quoted) return [{ key: 'cmd-line-end' }];
  if (unclosed !== undefined) return [problemOf(unclosed)];
  const [option] = words.flatMap(({ text, quoted }) => (!quoted && TYPOGRAPHIC_OPTION.exec(text)?.[0]) || []);
  if (option !== undefined) return [{ key: 'typographic-dash', values: { option } }];
  const header = unquotedHeader(words);
  if (header !== undefined) return [{ key: 'unquoted-header', values: { header } }];
  const requests = curlRequests(withUntoldKeys(words.slice(at + 1)), input);
  return requests.length === 0 ? [{ key: 'no-curl-url' }] : requests;
}

/**
 * The requests of the commands of one shell.
 * @param script in which the lines of all else are blank
 * @param text as it was given
 */
function draftsOf(dialect: Dialect, script: string, text: string): PlacedDraft[] {
  const problemOf = (unclosed: UnclosedQuote) => unclosedQuote(unclosed, script, text);
  const split = dialect === 'cmd' ? splitCmd : splitPosix;
  const asked =
    dialect === 'powershell'
      ? powerShellRequests(script, problemOf)
      : split(dialect === 'posix' ? withoutSubstitution(script) : script).map((command) => ({
          at: command.at,
          drafts: requestsOf(command, problemOf),
        }));
  return placed(
    asked.flatMap(({ at, drafts }) => drafts.map((draft) => ({ at, draft }))),
    script,
  );
}

/** Counts the lines. */
function placed(
  asked: readonly { at: number; draft: PlacedDraft['draft'] }[],
  script: string,
): PlacedDraft[] {
  let [at, line] = [0, 0];
  return asked.map(({ at: begins, draft }) => {
    for (; at < begins; at++) if (script[at] === '\n') line++;
    return { line, draft };
  });
}

/** Answers that have no body whatever was asked for (RFC 9110, section 6.4.1). */
const isBodiless = ({ status, fields }: ShownResponse, method: string) =>
  method === 'HEAD' ||
  status === 204 ||
  status === 304 ||
  fieldValue(fields, 'content-length')?.trim() === '0';

function responseOf(shown: ShownResponse, method: string, isFollowed = false): FileEntry['response'] {
  const { status, statusText, fields, body } = shown;
  const text = body ?? (isBodiless(shown, method) ? '' : undefined);
  const mimeType = fieldValue(fields, 'content-type') ?? '';
  const redirectUrl = fieldValue(fields, 'location');
  return {
    status,
    statusText,
    headers: fields,
    fromCache: false,
    body: text === undefined ? 'not-recorded' : { text, mimeType },
    ...(isFollowed && redirectUrl && { redirectUrl }),
  };
}

function entryOf(
  draft: RequestDraft,
  { response: shown, isFollowed, error }: Omit<AnsweredDraft, 'draft'>,
  url: URL,
  index: number,
): FileEntry {
  const { method, fields, isPartial, leftOut = [], unseenFields = [], unseenBody = [] } = draft;
  const unseen = [...unseenFields, ...unseenBody];
  const hasCredential = fields.some(
    ({ name }) => authHeaderOf(name) !== undefined || nearMissOf(name) !== undefined,
  );
  return {
    source: 'curl',
    index,
    startedDateTime: 0,
    method,
    url: draft.url,
    httpVersion: draft.httpVersion || httpVersionOf(shown?.httpVersion ?? ''),
    headers: markMasked(fields, shown?.status),
    ...(leftOut.length > 0 && { leftOut }),
    ...(unseen.length > 0 && { unseen: unseen.map((name) => (name === '-' ? 'stdin' : name)) }),
    ...(isPartial && !hasCredential && { credentialsLeftOut: true }),
    body: draft.body,
    resourceType: resourceTypeOf({ method, url, fields }),
    initiator: initiatorOf({}, fields, {}),
    response: shown && responseOf(shown, method, isFollowed),
    ...(error && { error }),
  };
}

/**
 * Reads the curl lines of a text as Chrome, Firefox or a person writes them: for a POSIX shell, for the Windows
 * command processor or for PowerShell (with `Invoke-WebRequest`, too). What the terminal showed below them, by `curl -v`
 * or `-i`, is taken as what was sent and answered. `fetch` calls are read as these browsers copy them.
 */
export function readPasted(text: string, ownHosts: readonly HostPattern[]): PastedText | InputProblem {
  const { script: written, shown } = readTranscript(text);
  const script = withoutSurroundings(written);
  const { calls, rest } = readFetchCalls(script, firstCommandIn(script));
  const isCode = holdsCommand(rest);
  if (!isCode && calls.length > 0 && calls.every(({ draft }) => 'key' in draft)) return { key: 'fetch-call' };
  if (ESCAPED_QUOTE.test(rest)) return { key: 'html-escaped' };
  if (!isCode && calls.length === 0 && !shown.some(({ request }) => request))
    return { key: shown.length > 0 ? 'answer-alone' : 'neither' };
  const commands = byDialect(rest, written).flatMap(([dialect, own]) => draftsOf(dialect, own, text));
  const drafts = [...commands, ...placed(calls, script)];
  const answered = answeredDrafts(
    drafts.sort((a, b) => a.line - b.line),
    shown,
  );
  if (answered.length === 0) return { key: 'neither' };
  const isAlone = answered.every(({ draft }) => 'key' in draft && draft.key === 'answer-alone');
  // What was answered was no comment.
  const typed = isAlone ? text.replace(ROOT_PROMPT, '$ ') : text;
  return typed === text ? pastedText(answered, ownHosts) : readPasted(typed, ownHosts);
}

/** Sorts out what goes to other hosts or cannot be read. */
function pastedText(answered: readonly AnsweredDraft[], ownHosts: readonly HostPattern[]): PastedText {
  const entries: FileEntry[] = [];
  const unreadable: UnreadableEntry[] = [];
  const ignored: URL[] = [];
  for (const [index, { draft, ...shownOfIt }] of answered.entries()) {
    if ('key' in draft) unreadable.push({ index, reason: draft });
    else if (!URL.canParse(draft.url)) unreadable.push({ index, reason: { key: 'bad-url' } });
    else {
      const url = new URL(draft.url);
      if (isObservedUrl(url, ownHosts)) entries.push(entryOf(draft, shownOfIt, url, index));
      else ignored.push(url);
    }
  }
  return { entries, unreadable, ignored: ignored.length, ignoredHosts: ignoredHosts(ignored) };
}

import { authHeaderOf } from '../../api/auth-headers';
import type { RawField } from '../../exchange/credential';
import { REDACTED } from '../../exchange/redact';
import type { RawBody } from '../../exchange/take-exchange';
import type { InputProblem } from '../input-problem';
import { curlRequests } from './curl-requests';
import type { UnclosedQuote } from './posix-words';
import {
  LITERAL_DOLLAR,
  type PowerShellCommand,
  type PowerShellWord,
  splitPowerShell,
} from './powershell-words';
import type { RequestDraft } from './request-draft';
import { withUntoldKeys } from './untold-key';

/** What a variable of the script holds. */
type Value =
  | { readonly text: string }
  | { readonly table: Map<string, string>; readonly nested?: PowerShellWord['nested'] };
type Variables = Map<string, Value>;

/** A variable, or what a command puts out. */
const UNTOLD = /\$(?:\w[\w:.]*|\{[^}]*\}|\([^)]*\))/g;

/** Chrome lists the pseudo headers of HTTP/2 among the others, without their colon. */
const PSEUDO = new Set(['authority', 'method', 'path', 'scheme']);

function expand(text: string, variables: Variables): string {
  return text.replace(/\$\{?(\w{1,80})\}?/g, (whole, name: string) => {
    const value = variables.get(name.toLowerCase());
    return value !== undefined && 'text' in value ? value.text : whole;
  });
}

/** As the text has it: single quotes are gone, and what stood in them is no variable. */
const plain = (text: string) => text.replaceAll(LITERAL_DOLLAR, '$');

/** What the script does not tell is left out of a header that holds the key. */
const fieldOf = (name: string, value: string): RawField => ({
  name,
  value: plain(authHeaderOf(name) === undefined ? value : value.replace(UNTOLD, REDACTED)),
});

/** The words of an expression that only joins texts. */
function joined(words: readonly PowerShellWord[]): string | undefined {
  const isJoin = words.length % 2 === 1 && words.every(({ text }, i) => i % 2 === 0 || text === '+');
  return isJoin ? words.map(({ text }, i) => (i % 2 === 0 ? text : '')).join('') : undefined;
}

function tableOf(word: PowerShellWord | undefined, variables: Variables): Map<string, string> | undefined {
  if (word?.table !== undefined) return new Map(word.table);
  const value = variables.get((word?.text ?? '').replace(/^\$/, '').toLowerCase());
  return value !== undefined && 'table' in value ? value.table : undefined;
}

/** `$name = …`, `$name["key"] = …` and `$name.Add("key", …)`. True when the command was one of them. */
function remember({ words }: PowerShellCommand, variables: Variables): boolean {
  const [first, second, third] = words;
  if (first === undefined) return false;
  const added = /^\$(\w+)\.Add$/i.exec(first.text)?.[1]?.toLowerCase();
  if (added !== undefined && second !== undefined && third !== undefined) {
    const table = tableOf({ text: added, quoted: false }, variables) ?? new Map<string, string>();
    table.set(second.text.replace(/,$/, ''), expand(third.text, variables));
    variables.set(added, { table });
    return true;
  }
  if (first.assigns === undefined) return false;
  const name = first.assigns.name.toLowerCase();
  const { key } = first.assigns;
  const table = tableOf(key === undefined ? second : { text: name, quoted: false }, variables);
  if (key !== undefined) {
    const pairs = table ?? new Map<string, string>();
    pairs.set(key, expand(second?.text ?? '', variables));
    variables.set(name, { table: pairs });
  } else if (table !== undefined) variables.set(name, { table, nested: second?.nested });
  else if (second?.quoted || second?.text === REDACTED) {
    variables.set(name, { text: expand(joined(words.slice(1)) ?? REDACTED, variables) });
  }
  return words.length < 3 || third?.text === '+';
}

const SWITCHES =
  /^-(?:use(?:basicparsing|defaultcredentials)|skip\w+|disablekeepalive|allow\w+|nopr\w+|passthru|resume|preserve\w+)$/i;

/** The words behind each parameter; those in front of any under an empty name. */
function parametersOf(words: readonly PowerShellWord[]): Map<string, PowerShellWord[]> {
  const parameters = new Map<string, PowerShellWord[]>();
  let name = '';
  for (const word of words) {
    const isParameter = !word.quoted && /^-[A-Za-z]/.test(word.text);
    if (isParameter && SWITCHES.test(word.text)) name = '-switch';
    else if (isParameter) name = word.text.toLowerCase().replace(/:$/, '');
    const list = parameters.get(name) ?? [];
    if (!isParameter) list.push(word);
    parameters.set(name, list);
  }
  return parameters;
}

function bodyOf(words: readonly PowerShellWord[] | undefined, variables: Variables): RawBody | undefined {
  if (words === undefined) return undefined;
  // What is made by `ConvertTo-Json` or read from elsewhere is not in the text.
  if (words.some(({ text }) => /^convertto-json$/i.test(text))) return { type: 'not-recorded' };
  const word = words.find(({ quoted }) => quoted) ?? words[0];
  if (word === undefined || tableOf(word, variables) !== undefined) return { type: 'not-recorded' };
  if (word.quoted) return { type: 'text', text: plain(expand(word.text, variables)) };
  const value = variables.get(word.text.replace(/^\$/, '').toLowerCase());
  return value !== undefined && 'text' in value
    ? { type: 'text', text: plain(value.text) }
    : { type: 'not-recorded' };
}

/** The parameters that a variable holds: `Invoke-RestMethod @call` (about_Splatting). */
function splatted(words: readonly PowerShellWord[], variables: Variables): Map<string, PowerShellWord[]> {
  const parameters = new Map<string, PowerShellWord[]>();
  for (const { text } of words.filter((word) => !word.quoted && /^@\w+$/.test(word.text))) {
    const value = variables.get(text.slice(1).toLowerCase());
    if (value === undefined || !('table' in value)) continue;
    for (const [name, own] of value.table)
      parameters.set(`-${name.toLowerCase()}`, [{ text: own, quoted: !own.startsWith('$') }]);
    for (const [name, own] of value.nested ?? []) parameters.set(`-${name.toLowerCase()}`, [own]);
  }
  return parameters;
}

function webRequest(words: readonly PowerShellWord[], variables: Variables): (RequestDraft | InputProblem)[] {
  const parameters = new Map([...splatted(words, variables), ...parametersOf(words)]);
  const text = (name: string) => {
    const word = parameters.get(name)?.[0];
    return word && plain(expand(word.text, variables));
  };
  const address = text('-uri') ?? text('');
  if (address?.startsWith('@')) return [{ key: 'no-curl-url' }];
  if (address === undefined || address === '') return [];
  const headersWord = (parameters.get('-headers') ?? parameters.get('-header'))?.[0];
  const table = tableOf(headersWord, variables);
  const fields: RawField[] = [...(table ?? [])]
    .filter(([name]) => !PSEUDO.has(name.toLowerCase()))
    .map(([name, value]) => fieldOf(name, expand(value, variables)));
  const has = (name: string) => fields.some((field) => field.name.toLowerCase() === name);
  const file = text('-infile');
  const body =
    file === undefined ? bodyOf(parameters.get('-body'), variables) : ({ type: 'not-recorded' } as const);
  const contentType = text('-contenttype');
  if (contentType !== undefined && !has('content-type'))
    fields.push({ name: 'Content-Type', value: contentType });
  else if (body !== undefined && !has('content-type')) {
    fields.push({ name: 'Content-Type', value: 'application/x-www-form-urlencoded' });
  }
  return [
    {
      method: (text('-method') ?? text('-custommethod') ?? 'GET').toUpperCase(),
      url: /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `http://${address}`,
      httpVersion: '',
      fields,
      isPartial:
        (headersWord !== undefined && table === undefined) ||
        parameters.has('-token') ||
        parameters.has('-credential'),
      ...(file !== undefined && { unseenBody: [file] }),
      body,
    },
  ];
}

/**
 * The requests of each command of a PowerShell script: its own cmdlets, and curl with PowerShell's quoting.
 * @param problemOf what to say of a quote that is not closed
 */
export function powerShellRequests(
  script: string,
  problemOf: (unclosed: UnclosedQuote) => InputProblem,
): { at: number; drafts: (RequestDraft | InputProblem)[] }[] {
  const variables: Variables = new Map();
  const draftsOf = (command: PowerShellCommand): (RequestDraft | InputProblem)[] => {
    const at = command.words.findIndex(({ text }) =>
      /^(?:invoke-webrequest|invoke-restmethod|iwr|irm|(?:.*[\\/])?curl(?:\.exe)?)$/i.test(text),
    );
    const [first] = command.words;
    const isCode = at >= 0 || first?.assigns !== undefined || first?.text.startsWith('$');
    if (command.unclosed !== undefined) return isCode ? [problemOf(command.unclosed)] : [];
    if (remember(command, variables) || at < 0) return [];
    const name = command.words[at]?.text ?? '';
    const words = command.words.slice(at + 1);
    const isAlias = /^curl$/i.test(name) && words.some(({ text }) => /^-(?:uri|headers)$/i.test(text));
    if (!/curl/i.test(name) || isAlias) return webRequest(words, variables);
    // Windows PowerShell hands quotes to programs only when they are escaped.
    const given = words.map((word) => {
      const text = expand(word.text, variables).replaceAll('\\"', '"');
      return { ...word, text, untold: text.search(UNTOLD) >= 0 };
    });
    return curlRequests(
      withUntoldKeys(given).map((word) => ({ ...word, text: plain(word.text) })),
      undefined,
    );
  };
  return splitPowerShell(script).map((command) => ({ at: command.at, drafts: draftsOf(command) }));
}

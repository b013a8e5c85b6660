import { ERROR_CODES, isErrorCode } from '../../api/error-codes';
import type { RawField } from '../../exchange/credential';
import { takeResponseBody } from '../../exchange/response-body';
import { isCommandLine } from './dialect';
import { readHeadersPane } from './headers-pane';
import { withoutSetting } from './setting';
import type { ShownExchange, ShownResponse } from './shown-exchange';
import {
  CMDLET_FAILURE,
  FAILED_STATUS,
  FAILURE,
  FETCH,
  isHead,
  OUTPUT_CLOSED,
  PANE,
  PLACE_IN_SCRIPT,
  PROXY_FAILURE,
  REQUEST,
  RESPONSE,
  STATUS_IN_REASON,
} from './terminal-lines';
import { TerminalText } from './terminal-text';

const NO_HEAD = { statusText: '', httpVersion: '', fields: [] };

export interface Transcript {
  /** The text without what the terminal wrote; what is left of a line is where it was. */
  readonly script: string;
  /** In the order of the text. */
  readonly shown: readonly ShownExchange[];
}

/** Makes exchanges of what a terminal shows. */
class TerminalReader {
  readonly #text: TerminalText;
  readonly #shown: ShownExchange[] = [];
  /** A request whose answer may still come. */
  #open: ShownExchange | undefined;
  /** Whether a command stands above that shows no answer yet. */
  #awaits = false;
  /** Whether a proxy was asked for a way. */
  #isConnecting = false;
  /** Whether the last answer is that of the last command. */
  #isAnswered = false;
  /** Whether the last answer is one that `curl -v` wrote. */
  #isLastMarked = false;

  constructor(lines: readonly string[]) {
    this.#text = new TerminalText(lines);
  }

  read(): Transcript {
    for (let at = 0; at < this.#text.length; ) at = this.#readAt(at);
    this.#close();
    return { script: this.#text.toString(), shown: this.#shown };
  }

  #close(): void {
    if (this.#open !== undefined) this.#shown.push(this.#open);
    this.#open = undefined;
  }

  #readAt(at: number): number {
    const line = this.#text.line(at);
    const request = REQUEST.exec(line);
    if (request !== null) return this.#readRequest(at, request);
    const response = RESPONSE.exec(line);
    if (response !== null) return this.#readResponse(at, response);
    const next = PANE.test(line) ? this.#readPane(at) : undefined;
    if (next !== undefined) return next;
    const failure = FAILURE.exec(line);
    const bare = this.#awaits && /^[ \t]*\{/.test(line) ? this.#readBareError(at) : undefined;
    if (bare !== undefined) return bare;
    if (this.#awaits && CMDLET_FAILURE.test(line)) return this.#readCmdletFailure(at);
    if (failure !== null) this.#readFailure(at, failure);
    else if (this.#text.isNote(at)) this.#text.takeNote(at);
    else if (isCommandLine(line) || FETCH.test(line)) {
      this.#close();
      this.#awaits = true;
      this.#isAnswered = false;
      this.#text.isSecure = undefined;
    }
    return at + 1;
  }

  /** @returns `undefined` where no documented error stands */
  #readBareError(at: number): number | undefined {
    const json = this.#text.findJson(at);
    const status = json && statusOfError(json.body);
    if (json === undefined || status === undefined) return undefined;
    this.#text.takeJson(json);
    this.#answer(at, { ...NO_HEAD, status, body: json.body });
    return json.next;
  }

  /** @returns `undefined` where it names no address */
  #readPane(start: number): number | undefined {
    const pane = readHeadersPane((at) => this.#text.line(at), start);
    if (pane === undefined) return undefined;
    const { request, response, next } = pane;
    this.#close();
    this.#text.blank(start, next);
    this.#open = { line: start, request };
    if (response === undefined) return next;
    // The pane shows no body; people write it below.
    const below = this.#text.line(next).trim() === '' ? next + 1 : next;
    const { body, next: end } = this.#text.takeBody(below, true);
    this.#answer(start, { ...response, body });
    return end;
  }

  #readRequest(start: number, match: RegExpExecArray): number {
    const [, mark, method = '', target = '', httpVersion = ''] = match;
    this.#close();
    const { fields, next, isWhole } = this.#text.takeFields(start, mark);
    this.#isConnecting = method === 'CONNECT';
    if (this.#isConnecting) return next;
    const isSecure = /[23]$/.test(httpVersion) || this.#text.isSecure;
    // curl does not show what it uploads.
    const { body, next: end } = mark
      ? { body: undefined, next }
      : this.#text.takeBody(next, fields.length === 0);
    this.#open = { line: start, request: { method, target, httpVersion, fields, isWhole, body, isSecure } };
    return end;
  }

  #readResponse(start: number, match: RegExpExecArray): number {
    const [, mark, httpVersion = '', code = '', reason = ''] = match;
    const { fields, next } = this.#text.takeFields(start, mark);
    const [status, statusText] = [Number(code), reason.trim()];
    // An interim answer (RFC 9110, section 15.2), or that of a proxy to CONNECT.
    const isOfProxy = this.#isConnecting || (fields.length === 0 && isHead(this.#text.line(next)));
    this.#isConnecting = false;
    if (status < 200 || (isOfProxy && status < 300) || /^connection established$/i.test(statusText))
      return next;
    const last = this.#shown.at(-1)?.response;
    if (!mark && this.#isLastMarked && last && isSameHead(last, { status, fields }))
      this.#open = this.#shown.pop();
    this.#isLastMarked = mark !== undefined;
    const { body, next: end } = this.#text.takeBody(next, fields.length === 0);
    this.#answer(start, { status, statusText, httpVersion, fields, body });
    return end;
  }

  /** PowerShell writes what the server said behind the name of the command, and where in the script it stood. */
  #readCmdletFailure(at: number): number {
    const reason = this.#text.line(at).replace(CMDLET_FAILURE, '');
    const status = STATUS_IN_REASON.exec(reason)?.slice(1).find(Boolean);
    this.#text.put(at, reason);
    const end = reason.startsWith('{') ? this.#readBareError(at) : undefined;
    if (end === undefined && status !== undefined)
      this.#answer(at, { ...NO_HEAD, status: Number(status), body: undefined });
    let next = (end ?? at) + 1;
    while (PLACE_IN_SCRIPT.test(this.#text.line(next))) next++;
    this.#text.blank(at, next);
    return next;
  }

  #readFailure(at: number, [error = '', code, reason = '']: RegExpExecArray): void {
    if (!this.#awaits && !this.#open && !this.#isAnswered) return;
    this.#text.put(at, '');
    const status = code === '22' ? FAILED_STATUS.exec(reason)?.[0] : undefined;
    const isOfProxy = PROXY_FAILURE.test(reason);
    if (this.#isAnswered && !this.#open) {
      // The answer broke off, or it was the proxy's. With `--fail` its body was hidden.
      const { response, ...last } = this.#shown.pop() ?? { line: at };
      const isError = status === undefined && code !== OUTPUT_CLOSED;
      this.#shown.push({ ...last, ...(response && !isOfProxy && { response }), ...(isError && { error }) });
    } else if (status !== undefined) {
      this.#answer(at, { ...NO_HEAD, status: Number(status), body: undefined });
    } else {
      this.#open = { line: at, ...this.#open, error };
      this.#close();
    }
    this.#awaits = false;
    this.#isAnswered = false;
  }

  #answer(line: number, response: ShownResponse): void {
    this.#shown.push({ line, ...this.#open, response });
    this.#open = undefined;
    this.#awaits = false;
    this.#isAnswered = true;
  }
}

/** What the documentation says of an error's code, in either of the two forms that it describes. */
function statusOfError(body: string): number | undefined {
  const { shape, errors } = takeResponseBody(body, 'application/json', (text) => text);
  const code = errors[0]?.code ?? '';
  return /-envelope$/.test(shape) && isErrorCode(code) ? ERROR_CODES[code].status : undefined;
}

/** `curl -v -i` writes a head twice, in one piece where its two outputs are kept apart. */
function isSameHead(
  shown: ShownResponse,
  { status, fields }: Pick<ShownResponse, 'status' | 'fields'>,
): boolean {
  const linesOf = (list: readonly RawField[]) =>
    list.map(({ name, value }) => `${name}: ${value}`).join('\n');
  return shown.body === undefined && shown.status === status && linesOf(shown.fields) === linesOf(fields);
}

/**
 * Takes what a terminal wrote out of a text that was copied from it: the heads that `curl -v` and `-i` show, with the
 * bodies behind them. Nothing of it is left to be read as a command.
 */
export function readTranscript(text: string): Transcript {
  const transcript = new TerminalReader(withoutSetting(text.split('\n'))).read();
  return transcript.shown.length > 0 ? transcript : { script: text, shown: [] };
}

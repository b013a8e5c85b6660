import type { RawField } from '../../exchange/credential';
import { findJsonError } from '../../exchange/json-error';
import { isCommandLine } from './dialect';
import {
  COLOUR,
  FAILURE,
  FENCE,
  FIELD,
  isHead,
  NO_LINE_BREAK,
  NOTE,
  NOTE_BEHIND,
  PROMPT,
  SURE_NOTE,
} from './terminal-lines';

/** JSON among the lines. */
export interface Json {
  readonly body: string;
  readonly from: number;
  /** Its last line, behind which more may stand. */
  readonly next: number;
}

/** How many lines are looked at for JSON; with more, it is read as any other text: up to the next command, head or note. */
const JSON_LINES = [1, 50, 2_000];
const MAX_LOOKED = 500_000;

/** The lines of a terminal, out of which heads and bodies are taken. A line that was taken becomes empty. */
export class TerminalText {
  /** Whether the call went over TLS, as far as the notes tell. */
  isSecure: boolean | undefined;
  readonly #lines: string[];
  readonly #isVerbose: boolean;
  /** How many lines were looked at for JSON, some of them again and again. */
  #looked = 0;

  constructor(lines: readonly string[]) {
    // A terminal writes over what stands in front of a carriage return, as curl does with its progress.
    this.#lines = lines.map((line) => line.replace(COLOUR, '').replace(/\r$/, '').replace(/^.*\r/, ''));
    this.#isVerbose = this.#lines.some(
      (line) => SURE_NOTE.test(line) || (/^[<>]/.test(line) && isHead(line)),
    );
  }

  get length(): number {
    return this.#lines.length;
  }

  toString(): string {
    return this.#lines.join('\n');
  }

  line(at: number): string {
    return this.#lines[at] ?? '';
  }

  put(at: number, line: string): void {
    this.#lines[at] = line;
  }

  blank(from: number, to: number): void {
    this.#lines.fill('', from, to);
  }

  isNote(at: number): boolean {
    const line = this.line(at);
    return NOTE.test(line) && (this.#isVerbose || !line.startsWith('*')) && !isCommandLine(line);
  }

  /** Whether a body is over in front of this line at the latest. */
  #endsBody(at: number): boolean {
    if (at >= this.#lines.length || this.isNote(at)) return true;
    const line = this.line(at);
    return [FENCE, PROMPT, FAILURE].some((end) => end.test(line)) || isHead(line) || isCommandLine(line);
  }

  takeNote(at: number): void {
    const line = this.line(at);
    if (/\bSSL connection\b|\bTLSv1|\bALPN\b|\bport 443\b/.test(line)) this.isSecure = true;
    else if (/\bport 80\b/.test(line)) this.isSecure = false;
    this.#lines[at] = '';
  }

  /** The fields of a head. `curl -v -i` shows each line of an answer twice, the second time without its mark. */
  takeFields(start: number, mark = ''): { fields: RawField[]; next: number; isWhole: boolean } {
    const fields: RawField[] = [];
    let isWhole = false;
    let last = this.line(start).slice(mark.length);
    let at = start + 1;
    for (; at < this.#lines.length; at++) {
      const line = this.line(at);
      const isMarked = line.startsWith(mark) || line === mark.trimEnd();
      if (!isMarked && (line === last || this.isNote(at))) continue;
      const text = isMarked ? line.slice(mark.length) : undefined;
      const [, name, value = ''] = FIELD.exec(text ?? '') ?? [];
      if (name !== undefined) fields.push({ name, value });
      else {
        isWhole = text?.trim() === '';
        if (isWhole) at += mark !== '' && this.#lines[at + 1] === '' ? 2 : 1;
        break;
      }
      last = text ?? '';
    }
    this.blank(start, at);
    return { fields, next: at, isWhole };
  }

  /** The body from here on; JSON ends where it is whole, whatever stands behind it on its line. */
  takeBody(start: number, isHeadless: boolean): { body: string | undefined; next: number } {
    let at = start;
    while (this.isNote(at)) this.takeNote(at++);
    // Behind JSON there may be the next prompt with its command.
    const json = /^\s*[{[]/.test(this.line(at)) ? this.findJson(at) : undefined;
    if (json !== undefined) {
      this.takeJson(json);
      return json;
    }
    if (this.#endsBody(at)) return { body: undefined, next: at };
    // A status alone may be told by a sentence, and another follows it.
    if (isHeadless) return { body: undefined, next: at };
    const from = at;
    while (!this.#endsBody(at)) at++;
    const body = this.#lines.slice(from, at).join('\n').replace(NOTE_BEHIND, '').trimEnd();
    this.blank(from, at);
    return { body: body === '' ? undefined : body, next: at };
  }

  /** The JSON that begins here, if it is whole, and where it ends. */
  findJson(from: number): Json | undefined {
    for (const count of JSON_LINES) {
      this.#looked += count;
      if (this.#looked > MAX_LOOKED) return undefined;
      const text = this.#lines.slice(from, from + count).join('\n');
      const error = findJsonError(text);
      if (error?.mistake === 'end-of-text') continue;
      if (error !== undefined && error.mistake !== 'text-after-end') return undefined;
      const body = text.slice(0, error?.offset).trimEnd();
      return { body, from, next: from + body.split('\n').length - 1 };
    }
    return undefined;
  }

  /** Leaves what stands behind it on its last line: the next prompt. */
  takeJson({ body, from, next }: Json): void {
    const behind = this.line(next).slice(body.length - (body.lastIndexOf('\n') + 1));
    this.blank(from, next);
    this.#lines[next] = NOTE_BEHIND.test(behind) || NO_LINE_BREAK.test(behind) ? '' : behind;
  }
}

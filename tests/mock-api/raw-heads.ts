import type { RawHeader } from './types';

/** Request line and header lines of one HTTP/1.1 request, byte for byte (latin1). */
export interface RawHead {
  readonly text: string;
  readonly headers: readonly RawHeader[];
}

/** Twice as much as Node's parser lets through: past it the connection is refused anyway. */
const MAX_HEAD_BYTES = 32 * 1024;

type State = 'head' | 'body' | 'chunk-size' | 'trailer' | 'lost';

/**
 * Finds the request heads in the raw bytes of one connection. Node's parser trims header values, and a space at the
 * end of a key is exactly what the stand-in must see. Bodies are skipped by their framing and never kept.
 */
export class RawHeads {
  private readonly heads: RawHead[] = [];
  private pending: Buffer = Buffer.alloc(0);
  private state: State = 'head';
  private bytesToSkip = 0;
  private afterBody: State = 'head';

  /** Takes the next bytes of the connection. */
  push(chunk: Buffer): void {
    this.pending = this.pending.length === 0 ? chunk : Buffer.concat([this.pending, chunk]);
    while (this.step()) {
      // Each step eats one head, one line or one stretch of body.
    }
  }

  /** The oldest head that nobody has taken yet. */
  shift(): RawHead | undefined {
    return this.heads.shift();
  }

  private step(): boolean {
    switch (this.state) {
      case 'head':
        return this.readHead();
      case 'body':
        return this.skipBody();
      case 'chunk-size':
        return this.readChunkSize();
      case 'trailer':
        return this.readTrailer();
      case 'lost':
        this.pending = Buffer.alloc(0);
        return false;
    }
  }

  private readHead(): boolean {
    // RFC 9112 §2.2: empty lines before a request line are to be ignored.
    let start = 0;
    while (this.pending[start] === 0x0d || this.pending[start] === 0x0a) start++;
    const end = this.pending.indexOf('\r\n\r\n', start, 'latin1');
    if (end === -1) {
      if (this.pending.length > MAX_HEAD_BYTES) this.state = 'lost';
      return this.state === 'lost';
    }
    const head = parseRawHead(this.pending.toString('latin1', start, end));
    this.pending = this.pending.subarray(end + 4);
    this.heads.push(head);
    this.expectBodyOf(head);
    return true;
  }

  private expectBodyOf(head: RawHead): void {
    const presentValue = (name: string) =>
      head.headers.find(([other]) => other.toLowerCase() === name)?.[1].trim();
    if (presentValue('transfer-encoding')?.toLowerCase().endsWith('chunked')) this.state = 'chunk-size';
    else this.skip(Number(presentValue('content-length') ?? 0), 'head');
  }

  private skip(bytes: number, then: State): void {
    this.state = Number.isSafeInteger(bytes) && bytes >= 0 ? 'body' : 'lost';
    this.bytesToSkip = bytes;
    this.afterBody = then;
  }

  private skipBody(): boolean {
    const eaten = Math.min(this.bytesToSkip, this.pending.length);
    this.pending = this.pending.subarray(eaten);
    this.bytesToSkip -= eaten;
    if (this.bytesToSkip === 0) this.state = this.afterBody;
    return this.pending.length > 0;
  }

  private readChunkSize(): boolean {
    const line = this.takeLine();
    if (line === undefined) return false;
    const size = Number.parseInt(line, 16);
    if (size === 0) this.state = 'trailer';
    else this.skip(size + 2, 'chunk-size');
    return true;
  }

  private readTrailer(): boolean {
    const line = this.takeLine();
    if (line === '') this.state = 'head';
    return line !== undefined;
  }

  private takeLine(): string | undefined {
    const end = this.pending.indexOf('\r\n', 0, 'latin1');
    if (end === -1) return undefined;
    const line = this.pending.toString('latin1', 0, end);
    this.pending = this.pending.subarray(end + 2);
    return line;
  }
}

function parseRawHead(text: string): RawHead {
  const [, ...lines] = text.split('\r\n');
  return { text, headers: lines.map(parseHeaderLine) };
}

function parseHeaderLine(line: string): RawHeader {
  const colon = line.indexOf(':');
  if (colon === -1) return [line, ''];
  const value = line.slice(colon + 1);
  return [line.slice(0, colon), value.startsWith(' ') ? value.slice(1) : value];
}

import { normalizeMethod } from '../api/method';
import { type CallLog, quietly } from './call-log';
import { jsonOf, nativeOf } from './natives';
import type { ProbeCall } from './probe-call';
import { MAX_BYTES } from './read-body';
import { wrap } from './wrap';

/** What the code has told an XMLHttpRequest since it opened it. */
interface Opened {
  readonly method: string;
  readonly url: string;
  readonly headers: (readonly [string, string])[];
  /** Since it was sent; once is enough. */
  end?: (outcome: Partial<ProbeCall>) => void;
}

const DONE = 4;

/** One object may make one call after the other: what it holds is the answer of the latest. */
export function wrapXhr(
  { XMLHttpRequest, EventTarget }: typeof globalThis,
  log: CallLog,
  textOf: TextOf,
): void {
  const { prototype } = XMLHttpRequest;
  const readyStateOf = nativeOf(prototype, 'readyState');
  const statusOf = nativeOf(prototype, 'status');
  const asksCredentials = nativeOf(prototype, 'withCredentials');
  const responseTypeOf = nativeOf(prototype, 'responseType');
  const responseTextOf = nativeOf(prototype, 'responseText');
  const responseOf = nativeOf(prototype, 'response');
  const headerOf = nativeOf(prototype, 'getResponseHeader');
  const listen = nativeOf(EventTarget.prototype, 'addEventListener');
  const opened = new WeakMap<object, Opened>();
  const listening = new WeakSet<object>();

  const begin = ({ method, url, headers }: Opened, request: object) =>
    log.begin('XMLHttpRequest', method, url, headers, asksCredentials(request) ? ['credentials'] : []);

  function outcomeOf(request: object): Partial<ProbeCall> {
    const status = statusOf(request);
    if (readyStateOf(request) !== DONE) return { ended: 'aborted' };
    if (status === 0) return { ended: 'failed' };
    const type = responseTypeOf(request);
    const text =
      status < 400
        ? undefined
        : type === 'json'
          ? jsonOf(responseOf(request))
          : type === '' || type === 'text'
            ? responseTextOf(request)
            : undefined;
    if (text === undefined) return { answer: { status } };
    const mimeType = headerOf(request, 'content-type') ?? '';
    return { answer: { status, body: { mimeType, text: text.slice(0, MAX_BYTES) } } };
  }

  wrap(prototype, 'open', (call, self, [method, url]) => {
    const request = self as object;
    // Opened anew from within the events of its end, or before it. Of no other call is the answer looked at.
    const end = opened.get(request)?.end;
    const before = end && quietly(() => outcomeOf(request));
    const result = call();
    if (before) end(before);
    const target = textOf(url);
    if (typeof method === 'string' && target !== undefined)
      opened.set(request, { method: normalizeMethod(method), url: target, headers: [] });
    else opened.delete(request);
    return result;
  });

  wrap(prototype, 'setRequestHeader', (call, self, [name, value]) => {
    const known = opened.get(self as object);
    if (typeof name === 'string' && typeof value === 'string') known?.headers.push([name, value]);
    try {
      return call();
    } catch (error) {
      const record = known && begin(known, self as object);
      if (record) quietly(() => log.refuse(record, error));
      throw error;
    }
  });

  wrap(prototype, 'send', (call, self) => {
    const request = self as object;
    const known = opened.get(request);
    const record = known && !known.end && begin(known, request);
    if (!record) return call();
    let isOver = false;
    known.end = (outcome) => {
      if (!isOver) log.end(record, outcome);
      isOver = true;
    };
    log.follow(record);
    if (!listening.has(request)) {
      listening.add(request);
      const onEnd = (outcome: () => Partial<ProbeCall>) => () =>
        quietly(() => {
          // Opened anew by a listener before this one, the object is busy with its next call.
          if (readyStateOf(request) === DONE) opened.get(request)?.end?.(outcome());
        });
      listen(
        request,
        'abort',
        onEnd(() => ({ ended: 'aborted' })),
      );
      listen(
        request,
        'loadend',
        onEnd(() => outcomeOf(request)),
      );
    }
    try {
      return call();
    } catch (error) {
      known.end({ ended: 'failed' });
      throw error;
    }
  });
}

/** The text of a URL that code passes, without running its `toString`: the browser runs it, once. */
export type TextOf = (url: unknown) => string | undefined;

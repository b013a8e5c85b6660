import { normalizeMethod } from '../api/method';
import { createCallLog, quietly } from './call-log';
import { nativeOf } from './natives';
import { FETCH_OPTIONS, type FetchOption, PROBE_QUESTION, type ProbeCall } from './probe-call';
import { createReadBody } from './read-body';
import { wrap } from './wrap';
import { wrapXhr } from './wrap-xhr';
import { dataValue, type WrittenHeaders, WrittenHeadersMemory } from './written-headers';

const { construct } = Reflect;
/** In bytes, of which a text has at least as many as characters: https://fetch.spec.whatwg.org/#http-network-or-cache-fetch */
const MAX_KEEPALIVE = 65_536;

/**
 * Wraps the ways in which a page's code calls: fetch, Request, Headers, XMLHttpRequest, sendBeacon. Only here the
 * white space is visible that the Fetch standard trims before anyone else sees it, and only here a call that throws.
 *
 * Every wrapper is a Proxy of the native. It records first, since some values throw, and what goes wrong in recording
 * never reaches the page. Its own work is done by natives as they were when it came.
 */
export function installProbe(page: Window & typeof globalThis): void {
  if (isInstalled(page.document)) return;
  const { setTimeout, URL, AbortSignal, Request, Headers, Response } = page;
  const log = createCallLog(page);
  const memory = new WrittenHeadersMemory((work) => setTimeout(work, 0));
  const readBody = createReadBody(page);
  const headersOf = nativeOf(Request.prototype, 'headers');
  const urlOf = nativeOf(Request.prototype, 'url');
  const requestParts = (['method', 'mode', 'redirect', 'keepalive', 'credentials', 'integrity'] as const).map(
    (name) => [name, nativeOf(Request.prototype, name)] as const,
  );
  const hrefOf = nativeOf(URL.prototype, 'href');
  const signalOf = nativeOf(Request.prototype, 'signal');
  const isAborted = nativeOf(AbortSignal.prototype, 'aborted');
  const statusOf = nativeOf(Response.prototype, 'status');
  // Whatever the page calls `Promise` by now: natives answer with this one.
  const { constructor: NativePromise } = (async () => {})();

  /** Anything else has a `toString`, which is the page's code: the browser runs it, and no one else. */
  const textOf = (url: unknown) =>
    typeof url === 'string' ? url : url instanceof URL ? hrefOf(url) : undefined;

  function wrapConstructor(
    name: 'Headers' | 'Request',
    remember: (made: object, args: unknown[]) => void,
    refuse?: (error: unknown, args: unknown[]) => void,
  ): void {
    const descriptor = Object.getOwnPropertyDescriptor(page, name);
    const native: unknown = descriptor?.value;
    if (typeof native !== 'function') return;
    const proxy = new Proxy(native, {
      construct(target, args: unknown[], newTarget) {
        try {
          const made: object = construct(target, args, newTarget === proxy ? target : newTarget);
          quietly(() => remember(made, args));
          return made;
        } catch (error) {
          quietly(() => refuse?.(error, args));
          throw error;
        }
      },
    });
    Object.defineProperty(page, name, { ...descriptor, value: proxy });
    const { prototype } = native as { prototype: object };
    const own = Object.getOwnPropertyDescriptor(prototype, 'constructor');
    if (own) Object.defineProperty(prototype, 'constructor', { ...own, value: proxy });
  }

  const headersIn = (source: unknown): WrittenHeaders => {
    if (!(source instanceof Request)) return memory.of(source);
    return [...memory.of(source), ...memory.of(headersOf(source))];
  };
  const initHeaders = (input: unknown, init: unknown): WrittenHeaders => {
    const headers = dataValue(init, 'headers');
    return headers === undefined ? headersIn(input) : memory.of(headers);
  };

  /** Begins the record of what goes into `fetch` or a `Request`. */
  function begin(api: ProbeCall['api'], input: unknown, init: unknown): ProbeCall | undefined {
    const isRequest = input instanceof Request;
    const url = isRequest ? urlOf(input) : textOf(input);
    if (url === undefined) return undefined;
    const [method, mode, redirect, keepalive, credentials, integrity] = requestParts.map(
      ([name, of]) => dataValue(init, name) ?? (isRequest && of(input)),
    );
    const body = keepalive && dataValue(init, 'body');
    const asked: Partial<Record<FetchOption, unknown>> = {
      keepalive,
      'large-keepalive': typeof body === 'string' && body.length > MAX_KEEPALIVE,
      credentials: credentials === 'include',
      integrity,
    };
    const options = FETCH_OPTIONS.filter((option) => option === mode || option === redirect || asked[option]);
    const name = typeof method === 'string' ? normalizeMethod(method) : 'GET';
    return log.begin(api, name, url, initHeaders(input, init), options);
  }

  wrapConstructor('Headers', (made, [init]) => memory.remember(made, memory.of(init)));
  wrapConstructor(
    'Request',
    (made, [input, init]) => memory.remember(made, initHeaders(input, init)),
    (error, [input, init]) => {
      const record = begin('Request', input, init);
      if (record) log.refuse(record, error);
    },
  );
  wrap(Request.prototype, 'clone', (call, self) => {
    const copy = call();
    quietly(() => memory.remember(copy as object, headersIn(self)));
    return copy;
  });
  for (const [name, replaces] of [
    ['append', false],
    ['set', true],
  ] as const) {
    wrap(Headers.prototype, name, (call, self, [field, value]) => {
      quietly(() => memory.add(self as object, field, value, replaces));
      return call();
    });
  }
  wrap(Headers.prototype, 'delete', (call, self, [field]) => {
    quietly(() => memory.forget(self as object, field));
    return call();
  });

  for (const name of ['get', 'forEach', 'entries'] as const) {
    wrap(Headers.prototype, name, (call, self) => {
      quietly(() => memory.noteRead(self as object));
      return call();
    });
  }
  // The standard makes the two one function.
  const iterator = Object.getOwnPropertyDescriptor(Headers.prototype, Symbol.iterator);
  Object.defineProperty(Headers.prototype, Symbol.iterator, {
    ...iterator,
    value: Headers.prototype.entries,
  });

  wrap(page, 'fetch', (call, _self, [input, init]) => {
    const record = quietly(() => {
      const own = dataValue(init, 'signal');
      const signal = own === undefined && input instanceof Request ? signalOf(input) : own;
      // Given up before it began: nothing is sent, and nothing went wrong.
      const isGivenUp = signal instanceof AbortSignal && isAborted(signal);
      return isGivenUp ? undefined : begin('fetch', input, init);
    });
    const result = call() as Promise<Response> | undefined;
    if (!record) return result;
    log.follow(record);
    const tellAnswer = async (response: Response) => {
      try {
        const status = statusOf(response);
        // Without one it is opaque: the page's code may not read it either.
        if (status === 0) {
          log.leave(record);
          return;
        }
        const body = status < 400 ? undefined : await readBody(response);
        log.end(record, { answer: { status, ...(body && { body }) } });
      } catch {
        // The page has its answer, whatever this is.
      }
    };
    const onAnswer = (response: Response) => {
      void tellAnswer(response);
      return response;
    };
    const onFailure = (error: unknown) => {
      quietly(() => log.fail(record, error));
      throw error;
    };
    // The page gets one that follows: the first is handled as soon as it is awaited here, and a failure that the page
    // leaves unhandled would be told nowhere. What the page had put in the place of `fetch` before answers as it likes.
    if (result instanceof NativePromise) return settled(result, onAnswer, onFailure);
    return typeof result?.then === 'function' ? result.then(onAnswer, onFailure) : result;
  });

  wrapXhr(page, log, textOf);

  wrap(page.Navigator.prototype, 'sendBeacon', (call, _self, [url]) => {
    const target = textOf(url);
    const record = target === undefined ? undefined : log.begin('sendBeacon', 'POST', target, []);
    if (record) {
      log.follow(record);
      log.leave(record);
    }
    const isQueued = call();
    if (record && !isQueued) log.end(record, { ended: 'failed' });
    return isQueued;
  });
}

/** DevTools and a content script may both bring the probe: the second one finds the first. Leaves no trace on `window`. */
function isInstalled(document: Document): boolean {
  const question = new CustomEvent(PROBE_QUESTION, { cancelable: true });
  if (!document.dispatchEvent(question)) return true;
  document.addEventListener(PROBE_QUESTION, (event) => event.preventDefault());
  return false;
}

/** As `then`, without running the `then` of the page. */
async function settled<T>(
  promise: Promise<T>,
  onValue: (value: T) => T,
  onError: (error: unknown) => never,
): Promise<T> {
  try {
    return onValue(await promise);
  } catch (error) {
    return onError(error);
  }
}

import { type HostPattern, isObservedUrl } from '../api/hosts';
import type { Milliseconds } from '../api/units';
import { PROBE_EVENT, PROBE_HOSTS, PROBE_QUESTION, type ProbeCall, parseProbeHosts } from './probe-call';
import { readAnswer } from './read-answer';
import { dataValue, type WrittenHeaders, WrittenHeadersMemory } from './written-headers';

const MAX_OPEN = 1_000;
const VIOLATION_DELAY: Milliseconds = 1_000;

/**
 * Wraps the ways in which a page's code calls: fetch, Request, Headers, XMLHttpRequest, sendBeacon. Only here the
 * white space is visible that the Fetch standard trims before anyone else sees it, and only here a call that throws.
 *
 * Every wrapper is a Proxy of the native: name, length, prototype and `toString` stay. It records first, since some
 * values throw, and what goes wrong in recording never reaches the page.
 */
export function installProbe(page: Window & typeof globalThis): void {
  if (isInstalled(page.document)) return;
  const { setTimeout } = page;
  const memory = new WrittenHeadersMemory((work) => setTimeout(work, 0));
  const { document, CustomEvent, URL, performance } = page;
  const stringify = page.JSON.stringify;
  const PageError = page.Error;
  const dispatch = document.dispatchEvent.bind(document);
  const { Request, Headers, XMLHttpRequest } = page;
  const headersOfRequest = Object.getOwnPropertyDescriptor(Request.prototype, 'headers')?.get;
  const urlOfRequest = Object.getOwnPropertyDescriptor(Request.prototype, 'url')?.get;
  const methodOfRequest = Object.getOwnPropertyDescriptor(Request.prototype, 'method')?.get;
  let calls = 0;
  let ownHosts: readonly HostPattern[] = [];
  document.addEventListener(PROBE_HOSTS, (event) => {
    ownHosts = parseProbeHosts((event as CustomEvent<unknown>).detail);
  });

  const quietly = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch {
      return undefined;
    }
  };
  const tell = (call: ProbeCall) =>
    quietly(() => dispatch(new CustomEvent(PROBE_EVENT, { detail: stringify(call) })));

  /** Begins the record of a call; nothing for a URL that is not observed. */
  function begin(
    api: ProbeCall['api'],
    method: string,
    url: string,
    headers: WrittenHeaders,
  ): ProbeCall | undefined {
    return quietly(() => {
      const absolute = new URL(url, document.baseURI);
      if (!isObservedUrl(absolute, ownHosts)) return undefined;
      return {
        id: ++calls,
        at: performance.timeOrigin + performance.now(),
        api,
        method,
        url: absolute.href,
        headers,
        stack: (new PageError().stack ?? '').slice(0, 8_000),
      };
    });
  }

  /** Calls under way, the oldest first: when the page's policy stops a call, one of these is meant. */
  const open = new Set<ProbeCall>();
  function follow(call: ProbeCall): void {
    tell(call);
    open.add(call);
    const [oldest] = open;
    if (open.size > MAX_OPEN && oldest) open.delete(oldest);
  }
  /** The event comes after the failure in one browser, before it in the other. */
  const leave = (call: ProbeCall) => setTimeout(() => open.delete(call), VIOLATION_DELAY);
  page.addEventListener(
    'securitypolicyviolation',
    ({ isTrusted, disposition, effectiveDirective, blockedURI }) => {
      if (!isTrusted || disposition !== 'enforce' || effectiveDirective !== 'connect-src') return;
      for (const call of open) {
        if (reportedUrl(new URL(call.url)) !== blockedURI) continue;
        open.delete(call);
        tell({ ...call, blocked: true });
        return;
      }
    },
    true,
  );

  const thrownBy = (error: unknown) => quietly(() => String(error).slice(0, 500)) ?? 'Error';

  function wrap<F extends (...args: never[]) => unknown>(
    owner: object,
    name: string,
    apply: (call: () => unknown, self: unknown, args: unknown[]) => unknown,
  ): void {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    const native: unknown = descriptor?.value;
    if (typeof native !== 'function') return;
    const proxy = new Proxy(native as F, {
      apply: (target, self, args: unknown[]) =>
        apply(() => Reflect.apply(target, self, args as never[]), self, args),
    });
    Object.defineProperty(owner, name, { ...descriptor, value: proxy });
  }

  function wrapConstructor(
    name: 'Headers' | 'Request',
    remember: (made: object, args: unknown[]) => void,
  ): void {
    const descriptor = Object.getOwnPropertyDescriptor(page, name);
    const native: unknown = descriptor?.value;
    if (typeof native !== 'function') return;
    const proxy = new Proxy(native, {
      construct(target, args: unknown[], newTarget) {
        const made: object = Reflect.construct(target, args, newTarget === proxy ? target : newTarget);
        quietly(() => remember(made, args));
        return made;
      },
    });
    Object.defineProperty(page, name, { ...descriptor, value: proxy });
    const { prototype } = native as { prototype: object };
    const own = Object.getOwnPropertyDescriptor(prototype, 'constructor');
    if (own) Object.defineProperty(prototype, 'constructor', { ...own, value: proxy });
  }

  const headersIn = (source: unknown): WrittenHeaders => {
    if (!(source instanceof Request)) return memory.of(source);
    const later = headersOfRequest ? memory.of(headersOfRequest.call(source)) : [];
    return [...memory.of(source), ...later];
  };
  const initHeaders = (input: unknown, init: unknown): WrittenHeaders => {
    const headers = dataValue(init, 'headers');
    return headers === undefined ? headersIn(input) : memory.of(headers);
  };

  wrapConstructor('Headers', (made, [init]) => memory.remember(made, memory.of(init)));
  wrapConstructor('Request', (made, [input, init]) => memory.remember(made, initHeaders(input, init)));
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
      const isRequest = input instanceof Request;
      const url = isRequest
        ? String(urlOfRequest?.call(input))
        : typeof input === 'string'
          ? input
          : input instanceof URL
            ? input.href
            : undefined;
      const signal = dataValue(init, 'signal');
      // Given up before it began: nothing is sent, and nothing went wrong.
      const isGivenUp = signal instanceof AbortSignal && signal.aborted;
      if (url === undefined || isGivenUp) return undefined;
      const written = dataValue(init, 'method');
      const method =
        typeof written === 'string' ? written : isRequest ? String(methodOfRequest?.call(input)) : 'GET';
      return begin('fetch', method.toUpperCase(), url, initHeaders(input, init));
    });
    const result = call() as Promise<Response>;
    if (!record) return result;
    follow(record);
    return result.then(
      (response) => {
        open.delete(record);
        if (!response.ok && response.type !== 'opaque') {
          readAnswer(response).then(
            (answer) => answer && tell({ ...record, answer }),
            () => {},
          );
        }
        return response;
      },
      (error: unknown) => {
        leave(record);
        if (isRefusedCall(error)) tell({ ...record, thrown: thrownBy(error) });
        throw error;
      },
    );
  });

  const opened = new WeakMap<
    object,
    { method: string; url: string; headers: (readonly [string, string])[] }
  >();
  wrap(XMLHttpRequest.prototype, 'open', (call, self, [method, url]) => {
    const result = call();
    // Anything but text is left alone: its `toString` is the page's code, and the browser has run it already.
    const target = url instanceof URL ? url.href : url;
    if (typeof method === 'string' && typeof target === 'string') {
      opened.set(self as object, { method: method.toUpperCase(), url: target, headers: [] });
    }
    return result;
  });
  wrap(XMLHttpRequest.prototype, 'setRequestHeader', (call, self, [name, value]) => {
    const known = opened.get(self as object);
    const pair = typeof name === 'string' && typeof value === 'string' ? ([name, value] as const) : undefined;
    if (known && pair) known.headers.push(pair);
    try {
      return call();
    } catch (error) {
      const record = known && begin('XMLHttpRequest', known.method, known.url, known.headers);
      if (record) tell({ ...record, thrown: thrownBy(error) });
      throw error;
    }
  });
  wrap(XMLHttpRequest.prototype, 'send', (call, self) => {
    const known = opened.get(self as object);
    const record = known && begin('XMLHttpRequest', known.method, known.url, known.headers);
    if (record) {
      follow(record);
      const request = self as XMLHttpRequest;
      request.addEventListener('loadend', () => {
        leave(record);
        const { status, responseType } = request;
        if (status < 400 || (responseType !== '' && responseType !== 'text')) return;
        const mimeType = request.getResponseHeader('content-type') ?? '';
        tell({ ...record, answer: { status, mimeType, text: request.responseText.slice(0, 250_000) } });
      });
    }
    return call();
  });
  wrap(page.Navigator.prototype, 'sendBeacon', (call, _self, [url]) => {
    const record = quietly(() => begin('sendBeacon', 'POST', String(url), []));
    if (record) {
      follow(record);
      leave(record);
    }
    return call();
  });
}

/** A URL as the browser names it in the report of a violation: https://www.w3.org/TR/CSP3/#strip-url-for-use-in-reports */
function reportedUrl(url: URL): string {
  url.hash = url.username = url.password = '';
  return url.href;
}

/** DevTools and a content script may both bring the probe: the second one finds the first. Leaves no trace on `window`. */
function isInstalled(document: Document): boolean {
  const question = new CustomEvent(PROBE_QUESTION, { cancelable: true });
  if (!document.dispatchEvent(question)) return true;
  document.addEventListener(PROBE_QUESTION, (event) => event.preventDefault());
  return false;
}

/**
 * What both browsers throw before there is a request: for a header that cannot be sent, and for options that do not
 * go together, as a body of a GET. A network error has other words.
 */
function isRefusedCall(error: unknown): boolean {
  const text = String(error);
  return (
    /header|ByteString|ISO-8859-1|Invalid (?:name|value)|code point|: (?:Failed to execute 'fetch'|Window\.fetch:|Request constructor:)/i.test(
      text,
    ) && /TypeError|SyntaxError/.test(text)
  );
}

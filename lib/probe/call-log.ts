import { type HostPattern, isObservedUrl } from '../api/hosts';
import type { Milliseconds } from '../api/units';
import { jsonOf, nativeOf } from './natives';
import { PROBE_EVENT, PROBE_HOSTS, type ProbeCall, parseProbeHosts } from './probe-call';
import { dataValue, textOf, type WrittenHeaders } from './written-headers';

const MAX_OPEN = 1_000;
const VIOLATION_DELAY: Milliseconds = 1_000;

export function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

export type CallLog = ReturnType<typeof createCallLog>;

/** The calls of a page while its code makes them: what each becomes is told under the same number, as a whole. */
export function createCallLog(page: Window & typeof globalThis) {
  const { setTimeout, document, CustomEvent, URL, DOMException } = page;
  const { now } = page.Date;
  const { Error: PageError, TypeError: PageTypeError } = page;
  const dispatch = document.dispatchEvent.bind(document);
  // A form of this name would take the place of the document's own member.
  const baseOf = nativeOf(page.Node.prototype, 'baseURI');
  const nameOf = nativeOf(DOMException.prototype, 'name');
  const messageOf = nativeOf(DOMException.prototype, 'message');
  let calls = 0;
  let ownHosts: readonly HostPattern[] = [];
  document.addEventListener(PROBE_HOSTS, (event) => {
    ownHosts = parseProbeHosts((event as CustomEvent<unknown>).detail);
  });

  /** Where V8 would have the page write the stack, there is none. */
  const stackOf = () =>
    Object.hasOwn(PageError, 'prepareStackTrace') ? '' : (new PageError().stack ?? '').slice(0, 8_000);

  /** Begins the record of a call; nothing for a URL that is not observed. */
  const begin = (
    api: ProbeCall['api'],
    method: string,
    url: string,
    headers: WrittenHeaders,
    options?: ProbeCall['options'],
  ): ProbeCall | undefined =>
    quietly(() => {
      const absolute = new URL(url, baseOf(document));
      if (!isObservedUrl(absolute, ownHosts)) return undefined;
      return { id: ++calls, at: now(), api, method, url: absolute.href, headers, options, stack: stackOf() };
    });

  /** Whoever tells last tells everything that was told of the call before. */
  const tell = (call: ProbeCall, more?: Partial<ProbeCall>) =>
    quietly(() => dispatch(new CustomEvent(PROBE_EVENT, { detail: jsonOf(Object.assign(call, more)) })));

  /** Calls under way, the oldest first: when the page's policy stops a call, one of these is meant. */
  const open = new Set<ProbeCall>();
  const follow = (call: ProbeCall) => {
    tell(call);
    open.add(call);
    const [oldest] = open;
    if (open.size > MAX_OPEN && oldest) open.delete(oldest);
  };
  /** The event comes after the failure in one browser, before it in the other. */
  const leave = (call: ProbeCall) => setTimeout(() => open.delete(call), VIOLATION_DELAY);
  page.addEventListener(
    'securitypolicyviolation',
    ({ isTrusted, disposition, effectiveDirective, blockedURI }) => {
      if (!isTrusted || disposition !== 'enforce' || effectiveDirective !== 'connect-src') return;
      for (const call of open) {
        if (reportedUrl(new URL(call.url)) !== blockedURI) continue;
        open.delete(call);
        tell(call, { blocked: true });
        return;
      }
    },
    true,
  );

  /** Name and message; of the page's own errors without running its code. */
  const describe = (error: unknown) =>
    error instanceof DOMException
      ? `${nameOf(error)}: ${messageOf(error)}`
      : `${textOf(dataValue(error, 'name'))}: ${textOf(dataValue(error, 'message'))}`;

  /** Tells that a call threw before there was a request, if that is what this error says. */
  const refuse = (call: ProbeCall, error: unknown): boolean => {
    const thrown = describe(error).slice(0, 500);
    if (!isRefusedCall(thrown)) return false;
    tell(call, { thrown });
    return true;
  };

  /** Tells what became of a call. */
  const end = (call: ProbeCall, more: Partial<ProbeCall>) => {
    if (more.answer) open.delete(call);
    else leave(call);
    tell(call, more);
  };

  /** Tells how a call of `fetch` came to no answer: only what is not the code's own doing is a `TypeError`. */
  const fail = (call: ProbeCall, error: unknown) => {
    leave(call);
    if (!refuse(call, error)) tell(call, { ended: error instanceof PageTypeError ? 'failed' : 'aborted' });
  };

  return { begin, follow, leave, end, refuse, fail };
}

/** A URL as the browser names it in the report of a violation: https://www.w3.org/TR/CSP3/#strip-url-for-use-in-reports */
function reportedUrl(url: URL): string {
  url.hash = url.username = url.password = '';
  return url.href;
}

/**
 * What both browsers throw before there is a request: for a header that cannot be sent, and for options that do not
 * go together, as a body of a GET. A network error has other words.
 */
function isRefusedCall(text: string): boolean {
  // Chromium names the host behind it, and that may have any of these words in its name.
  if (/^TypeError: (?:Failed to fetch|NetworkError)\b/.test(text)) return false;
  return (
    /header|ByteString|ISO-8859-1|Invalid (?:name|value)|code point|: (?:Failed to (?:execute 'fetch'|construct 'Request')|Window\.fetch:|Request constructor:)/i.test(
      text,
    ) && /^(?:TypeError|SyntaxError)/.test(text)
  );
}

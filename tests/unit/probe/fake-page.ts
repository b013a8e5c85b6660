import { installProbe } from '../../../lib/probe/install-probe';
import { PROBE_EVENT, type ProbeCall } from '../../../lib/probe/probe-call';

export const CHAT = 'https://chat.infuzu.com/api/llm-response';

/** An XMLHttpRequest that is answered when the test says so; the probe wraps that of each page. */
const createXhr = () =>
  class extends EventTarget {
    #readyState = 0;
    #status = 0;
    #text = '';
    #type = '';
    #parsed: unknown;
    #withCredentials = false;

    get withCredentials() {
      return this.#withCredentials;
    }
    set withCredentials(asks: boolean) {
      this.#withCredentials = asks;
    }
    get readyState() {
      return this.#readyState;
    }
    get status() {
      return this.#status;
    }
    get responseType() {
      return this.#type;
    }
    set responseType(type: string) {
      this.#type = type;
    }
    get responseText() {
      if (this.#type !== '') throw new DOMException('not text', 'InvalidStateError');
      return this.#text;
    }
    get response() {
      this.#parsed ??= JSON.parse(this.#text);
      return this.#parsed;
    }
    getResponseHeader() {
      return 'application/json';
    }
    open(..._: unknown[]) {
      [this.#readyState, this.#status, this.#parsed] = [1, 0, undefined];
    }
    setRequestHeader(..._: unknown[]) {}
    send() {
      if (this.#readyState !== 1) throw new DOMException('not opened', 'InvalidStateError');
    }
    answer(status: number, text = '') {
      [this.#readyState, this.#status, this.#text] = [4, status, text];
      this.dispatchEvent(new Event('loadend'));
    }
    abort() {
      this.#readyState = 4;
      this.dispatchEvent(new Event('abort'));
      this.dispatchEvent(new Event('loadend'));
    }
  };
export type Xhr = InstanceType<ReturnType<typeof createXhr>>;

/** As much of a page as the probe wraps, with the natives of this process, and everything that the probe told in it. */
export function probedPage(more: Record<string, unknown> = {}) {
  class Node {
    get baseURI() {
      return 'https://app.example.com/';
    }
  }
  const document = new EventTarget();
  const own = {
    document,
    Node,
    XMLHttpRequest: createXhr(),
    Navigator: class {
      sendBeacon(_url: unknown, data?: unknown) {
        return data !== 'too large';
      }
    },
    fetch: (_input?: unknown, _init?: unknown): unknown => Promise.resolve(new Response()),
    Request,
    Headers,
    ...more,
  };
  const events = new EventTarget();
  const addEventListener = events.addEventListener.bind(events);
  const page: typeof own = Object.assign(Object.create(globalThis), { addEventListener }, own);
  const told: ProbeCall[] = [];
  document.addEventListener(PROBE_EVENT, (event) => {
    told.push(JSON.parse((event as CustomEvent<string>).detail));
  });
  installProbe(page as unknown as Window & typeof globalThis);
  return { page, events, told };
}

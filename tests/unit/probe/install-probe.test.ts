import { describe, expect, it, vi } from 'vitest';
import { CHAT, probedPage, type Xhr } from './fake-page';

const JSON_HEADERS = { 'content-type': 'application/json' };
const refusal = (code: string) => `{"errors":[{"code":"${code}"}]}`;
const answering = (status: number, text: string | null = null) => ({
  fetch: () => Promise.resolve(new Response(text, { status, headers: JSON_HEADERS })),
});

describe('a call of fetch', () => {
  it('has the time of the clock on the wall: another stands still while the machine sleeps', () => {
    let now = 1_000;
    const { page, told } = probedPage({ Date: { now: () => now } });
    page.fetch(CHAT);
    now += 8 * 3_600_000;
    page.fetch(CHAT);
    expect(told.map(({ at }) => at)).toEqual([1_000, 28_801_000]);
  });

  it('tells the status of an answer, and the body of one that is not ok', async () => {
    for (const [status, text, body] of [
      [200, 'fine', undefined],
      [401, refusal('invalid_api_key'), { mimeType: 'application/json', text: refusal('invalid_api_key') }],
      [500, null, { mimeType: 'application/json', text: '' }],
    ] as const) {
      const { page, told } = probedPage(answering(status, text));
      const response = (await page.fetch(CHAT, { method: 'post' })) as Response;
      await expect.poll(() => told).toHaveLength(2);
      expect(told[0]).toMatchObject({ id: 1, api: 'fetch', method: 'POST', url: CHAT });
      expect(told[1]).toEqual({ ...told[0], answer: { status, ...(body && { body }) } });
      expect(response.bodyUsed).toBe(false);
    }
  });

  it.each([
    ['failed', new TypeError('Failed to fetch')],
    ['aborted', new DOMException('The user aborted a request.', 'AbortError')],
    ['aborted', 'a reason of its own'],
    ['failed', new TypeError('Failed to fetch (header-proxy.example.com)')],
  ])('tells its end when it %s', async (ended, error) => {
    const { page, told } = probedPage({ fetch: () => Promise.reject(error) });
    await expect(page.fetch(CHAT)).rejects.toBe(error);
    expect(told.map((call) => call.ended)).toEqual([undefined, ended]);
  });

  it('is none where its signal was given up before, that of a Request, too', () => {
    const { page, told } = probedPage();
    const signal = AbortSignal.abort();
    page.fetch(CHAT, { signal });
    page.fetch(new Request(CHAT, { signal }));
    expect(told).toEqual([]);
    page.fetch(new Request(CHAT, { signal: new AbortController().signal }));
    expect(told).toHaveLength(1);
  });

  it.each([
    [{ credentials: 'include' }, ['credentials']],
    [{ mode: 'same-origin', credentials: 'same-origin' }, ['same-origin']],
    [{ integrity: 'sha256-AAAA' }, ['integrity']],
    [{ keepalive: true, body: 'x'.repeat(65_537) }, ['keepalive', 'large-keepalive']],
    [{ keepalive: true, body: 'x'.repeat(65_536) }, ['keepalive']],
    [{ body: 'x'.repeat(65_537) }, []],
  ] as const)('tells what it asks for beside: %#', (init, options) => {
    const { page, told } = probedPage();
    const { body, ...rest } = { body: undefined, ...init };
    page.fetch(CHAT, { method: 'POST', ...rest, ...(body && { body }) });
    expect(told[0]?.options).toEqual(options);
    if (body) return;
    page.fetch(new Request(CHAT, { method: 'POST', ...rest }));
    expect(told.at(-1)?.options).toEqual(options);
  });

  it('tells the options that decide what its code sees, and no others', () => {
    const { page, told } = probedPage();
    page.fetch(CHAT, { mode: 'no-cors', redirect: 'follow', keepalive: true });
    page.fetch(CHAT, { mode: 'cors', redirect: 'error', keepalive: false });
    page.fetch(new Request(CHAT, { mode: 'no-cors', redirect: 'manual', keepalive: true }));
    page.fetch(new Request(CHAT, { redirect: 'manual' }), { redirect: 'follow' });
    page.fetch(CHAT, { mode: 'cors' });
    expect(told.map(({ options }) => options)).toEqual([
      ['no-cors', 'keepalive'],
      ['error'],
      ['no-cors', 'manual', 'keepalive'],
      [],
      [],
    ]);
  });

  it('tells what it threw before there was a request', async () => {
    const error = new TypeError('Failed to read a header: String contains non ISO-8859-1 code point.');
    const { page, told } = probedPage({ fetch: () => Promise.reject(error) });
    await expect(page.fetch(CHAT)).rejects.toBe(error);
    expect(told[1]).toMatchObject({ thrown: `TypeError: ${error.message}` });
    expect(told[1]).not.toHaveProperty('ended');
  });

  /** The report that the page's policy stopped a call. */
  const violation = () =>
    Object.defineProperty(
      Object.assign(new Event('securitypolicyviolation'), {
        ...{ disposition: 'enforce', effectiveDirective: 'connect-src', blockedURI: CHAT },
      }),
      'isTrusted',
      { value: true },
    );

  it('stays stopped by a policy when it fails afterwards', async () => {
    let reject: (error: unknown) => void = () => {};
    const under = new Promise((_, no) => {
      reject = no;
    });
    const { page, events, told } = probedPage({ fetch: () => under });
    const answer = page.fetch(CHAT);
    events.dispatchEvent(violation());
    reject(new TypeError('Failed to fetch'));
    await expect(answer).rejects.toThrow();
    expect(told.at(-1)).toMatchObject({ id: 1, blocked: true });
  });

  it('that was answered is not the one that a policy stops', async () => {
    const { page, events, told } = probedPage(answering(200));
    await page.fetch(CHAT);
    page.fetch(CHAT);
    events.dispatchEvent(violation());
    expect(told.filter(({ blocked }) => blocked).map(({ id }) => id)).toEqual([2]);
  });

  it('of a page that brought its own promises answers those', () => {
    // biome-ignore lint/suspicious/noThenProperty: such a promise is what is tested
    const own = { then: () => own };
    expect(probedPage({ fetch: () => own }).page.fetch()).toBe(own);
    expect(probedPage({ fetch: () => own }).page.fetch(CHAT)).toBe(own);
    expect(probedPage({ fetch: () => undefined }).page.fetch(CHAT)).toBe(undefined);
  });
});

describe('a Request', () => {
  it('that cannot be made is a call that was never sent', () => {
    const { page, told } = probedPage();
    expect(() => new page.Request(CHAT, { headers: { 'Infuzu-API-Key': 'a\u200bb' } })).toThrow(TypeError);
    expect(told).toMatchObject([
      { api: 'Request', method: 'GET', url: CHAT, headers: [['Infuzu-API-Key', 'a\u200bb']] },
    ]);
    expect(told[0]?.thrown).toMatch(/^TypeError: .*ByteString/);
  });

  it('that can be made is none yet', () => {
    const { page, told } = probedPage();
    new page.Request(CHAT);
    expect(told).toEqual([]);
  });
});

describe('an XMLHttpRequest', () => {
  const send = (xhr: Xhr, url = CHAT) => {
    xhr.open('post', url);
    xhr.send();
  };

  it('that makes one call after the other gives each its own answer', () => {
    const { page, told } = probedPage();
    const xhr = new page.XMLHttpRequest();
    send(xhr);
    xhr.answer(401, 'first');
    send(xhr);
    xhr.answer(401, 'second');
    const answers = told.flatMap(({ id, answer }) => (answer ? [[id, answer.body?.text]] : []));
    expect(answers).toEqual([
      [1, 'first'],
      [2, 'second'],
    ]);
  });

  it('that is opened anew as soon as it was answered has told that answer', () => {
    const { page, told } = probedPage();
    const xhr = new page.XMLHttpRequest();
    xhr.addEventListener('loadend', () => send(xhr), { once: true });
    send(xhr);
    xhr.answer(401, 'first');
    xhr.answer(200);
    expect(told.map(({ id, answer, ended }) => [id, answer?.body?.text ?? answer?.status, ended])).toEqual([
      [1, undefined, undefined],
      [1, 'first', undefined],
      [2, undefined, undefined],
      [2, 200, undefined],
    ]);
  });

  it('that is opened anew while it is under way gave up the call before', () => {
    const { page, told } = probedPage();
    const xhr = new page.XMLHttpRequest();
    send(xhr);
    xhr.open('GET', CHAT);
    expect(told.map(({ id, ended }) => [id, ended])).toEqual([
      [1, undefined],
      [1, 'aborted'],
    ]);
  });

  it('tells its end without an answer, once', () => {
    const { page, told } = probedPage();
    const [failed, aborted] = [new page.XMLHttpRequest(), new page.XMLHttpRequest()];
    send(failed);
    failed.answer(0);
    send(aborted);
    aborted.abort();
    expect(told.map(({ id, ended }) => [id, ended])).toEqual([
      [1, undefined],
      [1, 'failed'],
      [2, undefined],
      [2, 'aborted'],
    ]);
  });

  it('that was not opened again makes no second call', () => {
    const { page, told } = probedPage();
    const xhr = new page.XMLHttpRequest();
    send(xhr);
    xhr.answer(200);
    expect(() => xhr.send()).toThrow('not opened');
    expect(told.map(({ id }) => id)).toEqual([1, 1]);
  });

  it('is told as JSON where the page reads JSON, without a word of the page’s code', () => {
    const { page, told } = probedPage();
    const xhr = new page.XMLHttpRequest();
    const toJSON = vi.fn();
    xhr.addEventListener('loadend', () => Object.assign(xhr.response as object, { toJSON }));
    xhr.responseType = 'json';
    send(xhr);
    xhr.answer(401, refusal('invalid_api_key'));
    expect(told[1]?.answer).toEqual({
      status: 401,
      body: { mimeType: 'application/json', text: refusal('invalid_api_key') },
    });
    expect(toJSON).not.toHaveBeenCalled();
  });

  it('with an address that only the page’s code can write is left alone', () => {
    const { page, told } = probedPage();
    const xhr = new page.XMLHttpRequest();
    const write = vi.fn(() => CHAT);
    xhr.open('GET', CHAT);
    xhr.open('GET', { toString: write });
    xhr.send();
    expect([told, write.mock.calls]).toEqual([[], []]);
  });
});

describe('a beacon', () => {
  it('is told, with its end when it was refused', () => {
    const { page, told } = probedPage();
    const navigator = new page.Navigator();
    expect([navigator.sendBeacon(CHAT), navigator.sendBeacon(CHAT, 'too large')]).toEqual([true, false]);
    expect(told.map(({ api, id, ended }) => [api, id, ended])).toEqual([
      ['sendBeacon', 1, undefined],
      ['sendBeacon', 2, undefined],
      ['sendBeacon', 2, 'failed'],
    ]);
  });

  it('does not have its address written by the page’s code', () => {
    const write = vi.fn(() => CHAT);
    new (probedPage().page.Navigator)().sendBeacon({ toString: write });
    expect(write).not.toHaveBeenCalled();
  });
});

describe('what a page puts in the place of natives', () => {
  const REPLACED: readonly (readonly [string, object])[] = [
    ['clone', Response.prototype],
    ['read', ReadableStreamDefaultReader.prototype],
    ['addEventListener', EventTarget.prototype],
    ['apply', Reflect],
    ['stringify', JSON],
    ['toJSON', Array.prototype],
    ['toJSON', Object.prototype],
    ['prepareStackTrace', Error],
  ];

  it.each(REPLACED)('is not run: %s', async (name, owner) => {
    const { page, told } = probedPage(answering(401, refusal('invalid_api_key')));
    const xhr = new page.XMLHttpRequest();
    const before = Object.getOwnPropertyDescriptor(owner, name);
    let runs = 0;
    const native: unknown = before?.value;
    Object.defineProperty(owner, name, {
      configurable: true,
      writable: true,
      value(this: unknown, ...args: unknown[]) {
        runs++;
        return typeof native === 'function' ? native.apply(this, args) : undefined;
      },
    });
    try {
      await page.fetch(CHAT, { headers: [['Infuzu-API-Key', 'x']] });
      xhr.open('GET', CHAT);
      xhr.send();
      for (let turn = 0; turn < 50; turn++) await null;
    } finally {
      if (before) Object.defineProperty(owner, name, before);
      else Reflect.deleteProperty(owner, name);
    }
    expect(runs).toBe(0);
    expect(told).toMatchObject([
      { id: 1, headers: [['Infuzu-API-Key', 'x']] },
      { id: 2, headers: [] },
      { id: 1, answer: { status: 401 } },
    ]);
  });
});

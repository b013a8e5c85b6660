/**
 * What a page can see of fetch, Request, Headers, XMLHttpRequest and sendBeacon, case by case. Run with and without the
 * probe; the answers must be the same. Each case answers something that JSON can hold; what it throws is its answer.
 */
window.behaviour = async (api) => {
  const url = `${api}/api/llm-response`;
  const key = 'ifz_FAKE_KEY_FOR_TESTS_0001';
  const wrongKey = 'ifz_FAKE_WRONG_KEY_0000009';
  const json = { 'Content-Type': 'application/json' };
  const body = '{"messages":[{"role":"user","content":"hi"}]}';
  const good = () => ({ method: 'POST', headers: { ...json, 'Infuzu-API-Key': key }, body });
  const bad = () => ({ method: 'POST', headers: { ...json, 'Infuzu-API-Key': wrongKey }, body });
  const describe = (object, name) => {
    const d = Object.getOwnPropertyDescriptor(object, name);
    return d && { ...d, value: typeof d.value, get: typeof d.get, set: typeof d.set };
  };
  const shape = (f) => [typeof f, f.name, f.length, Object.getOwnPropertyNames(f).sort(), 'prototype' in f];
  const xhr = (setup, verb = 'POST', target = url) =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      const seen = [];
      for (const type of ['readystatechange', 'loadstart', 'load', 'error', 'abort', 'timeout', 'loadend']) {
        request.addEventListener(type, () => {
          seen.push(type === 'readystatechange' ? request.readyState : type);
          if (type === 'loadend') resolve({ seen, status: request.status, type: request.responseType });
        });
      }
      request.open(verb, target);
      setup(request);
    });
  /** How often a function runs that the page puts in the place of another one while `work` is done. */
  const runsWhile = async (owner, name, work) => {
    const native = Object.getOwnPropertyDescriptor(owner, name);
    let times = 0;
    Object.defineProperty(owner, name, {
      configurable: true,
      writable: true,
      value(...args) {
        times++;
        return native?.value?.apply(this, args);
      },
    });
    try {
      await work();
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      if (native) Object.defineProperty(owner, name, native);
      else delete owner[name];
    }
    return times;
  };
  const refuseByXhr = () => xhr((r) => (r.setRequestHeader('Infuzu-API-Key', wrongKey), r.send(body)));

  const cases = {
    'fetch: shape': () => shape(fetch),
    'fetch: descriptor': () => describe(window, 'fetch'),
    'fetch: own key of window': () => Object.hasOwn(window, 'fetch'),
    'fetch: is no constructor': () => new fetch(url),
    'fetch: without arguments': () => fetch(),
    'fetch: with a foreign this': () => fetch.call({}, url, good()).then((r) => r.status),
    'fetch: with undefined as this': () => fetch.call(undefined, url, good()).then((r) => r.status),
    'fetch: detached': () => (0, window.fetch)(url, good()).then((r) => r.status),
    'fetch: answers a native promise': () => fetch(url, good()) instanceof Promise,
    'fetch: promise class': () => fetch(url, good()).constructor === Promise,
    'fetch: ok': async () => {
      const r = await fetch(url, good());
      return [r.ok, r.status, r.type, r.redirected, r.bodyUsed, r.body.locked, (await r.json()).errors];
    },
    'fetch: an answer that is not ok is unread': async () => {
      const r = await fetch(url, bad());
      await new Promise((resolve) => setTimeout(resolve, 50));
      const before = [r.ok, r.status, r.bodyUsed, r.body.locked];
      return [before, (await r.json()).errors[0].code, r.bodyUsed];
    },
    'fetch: an answer that is not ok can be cloned': async () => {
      const r = await fetch(url, bad());
      const copy = r.clone();
      return [(await r.text()).length === (await copy.text()).length, r.bodyUsed, copy.bodyUsed];
    },
    'fetch: an answer that is not ok can be streamed': async () => {
      const r = await fetch(url, bad());
      const reader = r.body.getReader();
      let size = 0;
      for (let step = await reader.read(); !step.done; step = await reader.read()) size += step.value.length;
      return size > 50;
    },
    'fetch: an answer that is not ok can be cancelled': async () => {
      const r = await fetch(url, bad());
      await r.body.cancel();
      return r.bodyUsed;
    },
    'fetch: is an answer a Response': async () => {
      const r = await fetch(url, bad());
      return [r instanceof Response, Object.getPrototypeOf(r) === Response.prototype, Object.keys(r)];
    },
    'fetch: relative URL': () => fetch('/nothing-here').then((r) => r.status),
    'fetch: URL object': () => fetch(new URL(url), good()).then((r) => r.status),
    'fetch: object with toString': async () => {
      let times = 0;
      const target = { toString: () => (times++, url) };
      const { status } = await fetch(target, good());
      return [status, times];
    },
    'fetch: bad URL': () => fetch('http://'),
    'fetch: bad method': () => fetch(url, { method: 'BAD METHOD' }),
    'fetch: GET with a body': () => fetch(url, { body: 'x' }),
    'fetch: header value with a line break': () => fetch(url, { headers: { 'Infuzu-API-Key': 'a\nb' } }),
    'fetch: header value with a zero-width space': () =>
      fetch(url, { headers: { 'Infuzu-API-Key': 'a\u200bb' } }),
    'fetch: header name with a space': () => fetch(url, { headers: { 'Infuzu API Key': 'x' } }),
    'fetch: headers as null': () => fetch(url, { headers: null }),
    'fetch: headers as a number': () => fetch(url, { headers: 5 }),
    'fetch: headers as pairs of one': () => fetch(url, { headers: [['Infuzu-API-Key']] }),
    'fetch: rejects later, not at once': () => {
      let threw = false;
      try {
        fetch(url, { headers: { 'x y': '1' } }).catch(() => {});
      } catch {
        threw = true;
      }
      return threw;
    },
    'fetch: reads each member of init once, in order': async () => {
      const reads = [];
      const init = new Proxy(good(), { get: (t, k) => (reads.push(String(k)), Reflect.get(t, k)) });
      await fetch(url, init);
      return reads;
    },
    'fetch: a getter for headers runs once': async () => {
      let times = 0;
      await fetch(url, {
        ...good(),
        get headers() {
          times++;
          return { ...json, 'Infuzu-API-Key': key };
        },
      });
      return times;
    },
    'fetch: getters inside headers run once': async () => {
      let times = 0;
      const headers = {
        ...json,
        get 'Infuzu-API-Key'() {
          times++;
          return key;
        },
      };
      const { status } = await fetch(url, { ...good(), headers });
      return [status, times];
    },
    'fetch: a generator of headers is read once': async () => {
      let times = 0;
      const headers = {
        *[Symbol.iterator]() {
          times++;
          yield ['Content-Type', 'application/json'];
          yield ['Infuzu-API-Key', key];
        },
      };
      const { status } = await fetch(url, { ...good(), headers });
      return [status, times];
    },
    'fetch: a Map of headers': async () =>
      (
        await fetch(url, {
          ...good(),
          headers: new Map([
            ['content-type', 'application/json'],
            ['infuzu-api-key', key],
          ]),
        })
      ).status,
    'fetch: abort before': () => fetch(url, { ...good(), signal: AbortSignal.abort() }),
    'fetch: abort with a reason': () =>
      fetch(url, { ...good(), signal: AbortSignal.abort(new Error('mine')) }),
    'fetch: abort during': () => {
      const control = new AbortController();
      setTimeout(() => control.abort(), 30);
      return fetch(`${url}?delay=2000`, { ...good(), signal: control.signal });
    },
    'fetch: connection reset': () => fetch(`${url}?reset=1`, good()),
    'fetch: hidden by CORS': () => fetch(`${url}?cors=none`, bad()),
    'fetch: no-cors': async () => {
      const r = await fetch(`${url}?cors=none`, { mode: 'no-cors' });
      return [r.type, r.status, r.ok, r.body];
    },
    'fetch: redirect followed': async () => {
      const r = await fetch(`${url}?redirect=same`, good());
      return [r.status, r.redirected, new URL(r.url).search];
    },
    'fetch: redirect as an error': () => fetch(`${url}?redirect=same`, { ...good(), redirect: 'error' }),
    'fetch: unhandled rejections are told once': async () => {
      let times = 0;
      const count = (event) => {
        event.preventDefault();
        times++;
      };
      addEventListener('unhandledrejection', count);
      fetch(url, { headers: { 'x y': '1' } });
      fetch(`${url}?reset=1`, good());
      const late = performance.now() + 10_000;
      while (times < 2 && performance.now() < late) await new Promise((resolve) => setTimeout(resolve, 20));
      await new Promise((resolve) => setTimeout(resolve, 100)); // one told twice would follow at once
      removeEventListener('unhandledrejection', count);
      return times;
    },
    'fetch: handled rejections are not told': async () => {
      let times = 0;
      const count = () => times++;
      addEventListener('unhandledrejection', count);
      await fetch(url, { headers: { 'x y': '1' } }).catch(() => {});
      await fetch(`${url}?reset=1`, good()).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 100));
      removeEventListener('unhandledrejection', count);
      return times;
    },
    'fetch: can be replaced': async () => {
      const native = window.fetch;
      let times = 0;
      window.fetch = (...args) => (times++, native(...args));
      const { status } = await window.fetch(url, good());
      window.fetch = native;
      return [status, times];
    },
    'fetch: settles in order': async () => {
      const seen = [];
      const answer = fetch(url, bad());
      const note = (name) => () => {
        seen.push(name);
        queueMicrotask(() => seen.push(`${name} after`));
      };
      answer.then(note('first'));
      (async () => {
        await answer;
        note('second')();
      })();
      const third = answer.finally(note('third'));
      answer.then(() => setTimeout(note('task')));
      await third;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return seen;
    },
    'fetch: a refused call settles before the next task': async () => {
      const seen = [];
      const { port1, port2 } = new MessageChannel();
      const task = new Promise((resolve) => {
        port1.onmessage = () => resolve(seen.push('task'));
      });
      port2.postMessage(0);
      fetch(url, { headers: { 'x y': '1' } }).catch(() => seen.push('fetch'));
      await task;
      port1.close();
      return seen;
    },
    'fetch: every use of its promise is of one promise': async () => {
      const answer = fetch(url, bad());
      const [a, b] = await Promise.all([answer, answer]);
      return [a === b, (await answer) === a, Object.getOwnPropertyNames(answer)];
    },
    'fetch: the page’s own then runs when the page calls it': () =>
      runsWhile(Promise.prototype, 'then', async () => void (await fetch(url, bad()))),
    'fetch: the page’s own clone runs when the page calls it': () =>
      runsWhile(Response.prototype, 'clone', () => fetch(url, bad())),
    'fetch: the page’s own read runs when the page calls it': () =>
      runsWhile(ReadableStreamDefaultReader.prototype, 'read', () => fetch(url, bad())),
    'fetch: toJSON of every array': () =>
      runsWhile(Array.prototype, 'toJSON', () =>
        fetch(url, { ...bad(), headers: [['Infuzu-API-Key', key]] }),
      ),
    'fetch: toJSON of every object': () => runsWhile(Object.prototype, 'toJSON', () => fetch(url, bad())),
    'fetch: the page’s own stacks': () => runsWhile(Error, 'prepareStackTrace', () => fetch(url, bad())),
    'fetch: the reason of an abort is not converted': async () => {
      const control = new AbortController();
      let times = 0;
      const answer = fetch(`${url}?delay=2000`, { ...good(), signal: control.signal });
      control.abort({ toString: () => `${times++}` });
      await answer.catch(() => {});
      return times;
    },
    'fetch: cut-off body': () => fetch(`${url}?cut=1`, bad()).then((r) => r.text()),
    'Headers: shape': () => shape(Headers),
    'Headers: descriptor': () => describe(window, 'Headers'),
    'Headers: constructor of its prototype': () => Headers.prototype.constructor === Headers,
    'Headers: without new': () => Headers(),
    'Headers: instance': () => [
      new Headers() instanceof Headers,
      Object.prototype.toString.call(new Headers()),
    ],
    'Headers: of a response': async () => {
      const { headers } = await fetch(url, good());
      return [headers instanceof Headers, headers.constructor === Headers];
    },
    'Headers: values are trimmed and joined': () => {
      const h = new Headers({ 'X-A': ' 1 ' });
      h.append('x-a', '2 ');
      h.set('X-B', '\t3');
      return [...h];
    },
    'Headers: delete, has, get': () => {
      const h = new Headers([
        ['a', '1'],
        ['b', '2'],
      ]);
      h.delete('a');
      return [h.has('a'), h.get('b'), h.get('a'), [...h.keys()]];
    },
    'Headers: its iterator is entries': () => [
      Headers.prototype[Symbol.iterator] === Headers.prototype.entries,
      describe(Headers.prototype, Symbol.iterator),
      shape(Headers.prototype.entries),
      shape(Headers.prototype.forEach),
    ],
    'Headers: iteration': () => {
      const seen = [];
      const h = new Headers({ B: '2 ', a: ' 1' });
      h.forEach((value, name, whole) => void seen.push([name, value, whole === h]));
      return [seen, [...h.entries()], [...h.values()], Object.prototype.toString.call(h.entries())];
    },
    'Headers: bad name': () => new Headers().append('x y', '1'),
    'Headers: bad value': () => new Headers().set('x', '\u200b'),
    'Headers: methods': () =>
      ['append', 'set', 'delete', 'get', 'has', 'forEach', 'entries'].map((name) => [
        shape(Headers.prototype[name]),
        describe(Headers.prototype, name),
      ]),
    'Headers: method on a foreign this': () => Headers.prototype.set.call({}, 'a', 'b'),
    'Headers: subclass': () => {
      class Mine extends Headers {
        twice(name) {
          return `${this.get(name)}${this.get(name)}`;
        }
      }
      const mine = new Mine({ a: '1' });
      return [
        mine instanceof Mine,
        mine instanceof Headers,
        mine.twice('a'),
        mine.constructor === Mine,
        Object.getPrototypeOf(Mine) === Headers,
      ];
    },
    'Headers: Reflect.construct': () => [...Reflect.construct(Headers, [{ a: '1' }])],
    'Request: shape': () => shape(Request),
    'Request: constructor of its prototype': () => Request.prototype.constructor === Request,
    'Request: without new': () => Request(url),
    'Request: bad URL': () => new Request('http://'),
    'Request: with its headers': async () => {
      const request = new Request(url, good());
      return [
        request.method,
        request.headers.get('infuzu-api-key') === key,
        (await fetch(request)).status,
        request.bodyUsed,
      ];
    },
    'Request: cloned': async () => {
      const request = new Request(url, good());
      const copy = request.clone();
      return [(await fetch(copy)).status, request.bodyUsed, copy.bodyUsed, copy instanceof Request];
    },
    'Request: of a request': async () =>
      (
        await fetch(
          new Request(new Request(url, good()), { headers: { ...json, Authorization: `Bearer ${key}` } }),
        )
      ).status,
    'Request: bad header value': () => new Request(url, { headers: { 'Infuzu-API-Key': 'a\u200bb' } }),
    'Request: GET with a body': () => new Request(url, { body: 'x' }),
    'Request: subclass': () => {
      class Mine extends Request {}
      const mine = new Mine(url);
      return [mine instanceof Mine, mine instanceof Request, mine.constructor === Mine];
    },
    'Request: used twice': async () => {
      const request = new Request(url, good());
      await fetch(request);
      return fetch(request);
    },
    'XMLHttpRequest: shape': () => [
      shape(XMLHttpRequest),
      ['open', 'send', 'setRequestHeader', 'abort'].map((n) => [
        shape(XMLHttpRequest.prototype[n]),
        describe(XMLHttpRequest.prototype, n),
      ]),
    ],
    'XMLHttpRequest: ok': () =>
      xhr(
        (r) => (
          r.setRequestHeader('Content-Type', 'application/json'),
          r.setRequestHeader('Infuzu-API-Key', key),
          r.send(body)
        ),
      ),
    'XMLHttpRequest: refused': () =>
      xhr(
        (r) => (
          r.setRequestHeader('Content-Type', 'application/json'),
          r.setRequestHeader('Infuzu-API-Key', wrongKey),
          r.send(body)
        ),
      ),
    'XMLHttpRequest: as JSON': () =>
      xhr((r) => ((r.responseType = 'json'), r.setRequestHeader('Infuzu-API-Key', wrongKey), r.send(body))),
    'XMLHttpRequest: as JSON, is one object': async () => {
      let request;
      await xhr((r) => {
        request = r;
        r.responseType = 'json';
        r.setRequestHeader('Infuzu-API-Key', wrongKey);
        r.send(body);
      });
      const { response } = request;
      return [request.response === response, response.errors];
    },
    'XMLHttpRequest: one object, one call after the other': async () => {
      const seen = [];
      const request = new XMLHttpRequest();
      for (const usedKey of [wrongKey, key, wrongKey]) {
        request.open('POST', url);
        request.setRequestHeader('Content-Type', 'application/json');
        request.setRequestHeader('Infuzu-API-Key', usedKey);
        await new Promise((resolve) => {
          request.addEventListener('loadend', resolve, { once: true });
          request.send(body);
        });
        seen.push([request.status, request.responseText.length > 0, request.readyState]);
      }
      return seen;
    },
    'XMLHttpRequest: opened anew by a listener of its end': async () => {
      const seen = [];
      const request = new XMLHttpRequest();
      const post = () => {
        request.open('POST', url);
        request.setRequestHeader('Infuzu-API-Key', wrongKey);
        request.send(body);
      };
      await new Promise((resolve) => {
        request.onloadend = () => {
          if (seen.push(request.status) === 3) resolve();
          else post();
        };
        post();
      });
      return seen;
    },
    'XMLHttpRequest: opened anew while it is under way': () =>
      xhr(
        (r) => {
          r.send(body);
          r.open('GET', `${url}?redirect=same`);
          r.send();
        },
        'POST',
        `${url}?delay=2000`,
      ),
    'XMLHttpRequest: sent twice': () => xhr((r) => (r.send(body), r.send(body))),
    'XMLHttpRequest: the page’s own addEventListener runs when the page calls it': () =>
      runsWhile(EventTarget.prototype, 'addEventListener', refuseByXhr),
    'XMLHttpRequest: the page’s own getResponseHeader runs when the page calls it': () =>
      runsWhile(XMLHttpRequest.prototype, 'getResponseHeader', refuseByXhr),
    'XMLHttpRequest: reset': () =>
      xhr((r) => (r.setRequestHeader('Infuzu-API-Key', key), r.send(body)), 'POST', `${url}?reset=1`),
    'XMLHttpRequest: aborted': () =>
      xhr(
        (r) => (r.setRequestHeader('Infuzu-API-Key', key), r.send(body), setTimeout(() => r.abort(), 20)),
        'POST',
        `${url}?delay=2000`,
      ),
    'XMLHttpRequest: header before open': () => new XMLHttpRequest().setRequestHeader('a', 'b'),
    'XMLHttpRequest: send before open': () => new XMLHttpRequest().send(),
    'XMLHttpRequest: bad header name': () => xhr((r) => r.setRequestHeader('x y', 'b')),
    'XMLHttpRequest: bad header value': () => {
      const request = new XMLHttpRequest();
      request.open('POST', url);
      request.setRequestHeader('x', '\u200b');
    },
    'XMLHttpRequest: open without arguments': () => new XMLHttpRequest().open(),
    'XMLHttpRequest: bad URL': () => new XMLHttpRequest().open('GET', 'http://'),
    'XMLHttpRequest: header value is converted once': () => {
      let times = 0;
      const request = new XMLHttpRequest();
      request.open('POST', url);
      request.setRequestHeader('x', { toString: () => (times++, 'v') });
      return times;
    },
    'XMLHttpRequest: synchronous': () => {
      const request = new XMLHttpRequest();
      request.open('POST', url, false);
      request.setRequestHeader('Infuzu-API-Key', wrongKey);
      request.send(body);
      return [request.status, JSON.parse(request.responseText).errors[0].code];
    },
    'XMLHttpRequest: onloadend property': () =>
      new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.open('POST', url);
        request.setRequestHeader('Infuzu-API-Key', wrongKey);
        request.onloadend = () => resolve([request.status, request.onload]);
        request.send(body);
      }),
    'sendBeacon: shape': () => [shape(navigator.sendBeacon), describe(Navigator.prototype, 'sendBeacon')],
    'sendBeacon: answers true': () => navigator.sendBeacon(url, 'x'),
    'sendBeacon: too large': () => navigator.sendBeacon(url, 'x'.repeat(100_000)),
    'sendBeacon: the address is converted once': () => {
      let times = 0;
      const isQueued = navigator.sendBeacon({ toString: () => (times++, url) }, 'x');
      return [isQueued, times];
    },
    'sendBeacon: foreign this': () => navigator.sendBeacon.call({}, url),
    'sendBeacon: without arguments': () => navigator.sendBeacon(),
    'window: no new names': () =>
      Object.getOwnPropertyNames(window).filter((name) => /infuzu|probe|inspector/i.test(name)),
  };
  const answers = {};
  for (const [name, run] of Object.entries(cases)) {
    try {
      answers[name] = JSON.parse(JSON.stringify((await run()) ?? null));
    } catch (error) {
      answers[name] = `${error?.name}: ${error?.message}`;
    }
  }
  return answers;
};

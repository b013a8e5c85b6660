import { describe, expect, it } from 'vitest';
import { isPagesOwn, type ProbeCall, parseProbeCall } from '../../../lib/probe/probe-call';

const CALL = {
  id: 1,
  at: Date.now(),
  api: 'fetch',
  method: 'POST',
  url: 'https://chat.infuzu.com/',
  headers: [['a', 'b']],
  stack: '',
};
const parse = (more: object) => parseProbeCall(JSON.stringify({ ...CALL, ...more }));

describe('what a page can send under the name of the probe', () => {
  it('is read when it is a call', () => {
    expect(parse({})).toEqual(CALL);
    expect(parse({ options: ['manual', 'eval', 1, 'keepalive'] })).toEqual({
      ...CALL,
      options: ['manual', 'keepalive'],
    });
    expect(parse({ options: 'manual' })).toEqual(CALL);
  });

  it.each([
    ['no text', CALL],
    ['no JSON', '{'],
    ['null', 'null'],
  ])('is no call: %s', (_, detail) => {
    expect(parseProbeCall(detail)).toBeUndefined();
  });

  it.each([
    ['another api', { api: 'eval' }],
    ['a number that is none', { id: 1.5 }],
    ['a time that no date stands for', { at: 1e300 }],
    ['a time of another week', { at: CALL.at - 7 * 86_400_000 }],
    ['headers that are none', { headers: [['a']] }],
    ['too many headers', { headers: Array(101).fill(['a', 'b']) }],
    ['a huge value', { headers: [['a', 'x'.repeat(20_000)]] }],
    ['a huge URL', { url: `https://${'x'.repeat(20_000)}` }],
  ])('is no call: %s', (_, more) => {
    expect(parse(more)).toBeUndefined();
  });

  it.each([
    [{ answer: { status: 200 } }, { answer: { status: 200 } }],
    [
      { answer: { status: 401, body: { mimeType: 'a', text: 'b', more: 1 } } },
      { answer: { status: 401, body: { mimeType: 'a', text: 'b' } } },
    ],
    [{ answer: { status: 401, body: { mimeType: 'a' } } }, { answer: { status: 401 } }],
    [{ answer: { status: '200' } }, {}],
    [{ answer: { status: 1.5 } }, {}],
    [{ ended: 'aborted' }, { ended: 'aborted' }],
    [{ ended: 'otherwise' }, {}],
  ])('is read as far as it fits: %j', (more, read) => {
    expect(parse(more)).toEqual({ ...CALL, ...read });
  });
});

const TEXT = { mimeType: 'application/json', text: '{}' };
it.each<[string, boolean, Partial<ProbeCall>]>([
  ['a call that begins', true, {}],
  ['a body', true, { answer: { status: 401, body: TEXT } }],
  ['a call that was never sent', true, { thrown: 'TypeError: Invalid value' }],
  ['what a policy stopped, though it has an end', true, { ended: 'failed', blocked: true }],
  ['a status', false, { answer: { status: 200 } }],
  ['that the code gave it up', false, { ended: 'aborted' }],
  ['that it failed', true, { ended: 'failed' }],
])('only the page can tell it: %s is %s', (_, own, more) => {
  expect(isPagesOwn({ ...CALL, ...more } as ProbeCall)).toBe(own);
});

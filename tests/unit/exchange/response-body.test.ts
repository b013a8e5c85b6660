import { describe, expect, it } from 'vitest';
import { judge } from '../../../lib/diagnosis/judge';
import { takeResponseBody } from '../../../lib/exchange/response-body';
import { en } from '../../../lib/messages/en';
import { callReport } from '../../../lib/report/call-report';
import { harOf } from '../../../lib/report/har-export';
import { NO_NEIGHBOURS } from '../../../lib/rules/neighbours';
import { exchangeOf } from '../support/exchange-of';

const LANGUAGE = { locale: 'en', ...en };

const taken = (body: unknown, status = 422) =>
  takeResponseBody(JSON.stringify(body), 'application/json', (text) => text, status);
const wordsOf = (body: unknown, status?: number) => taken(body, status).errors.map(({ message }) => message);

describe('the server’s words in another form than the documented ones', () => {
  it.each([
    [{ detail: 'Not authenticated' }, ['Not authenticated']],
    [
      {
        detail: [
          { type: 'missing', loc: ['body', 'messages', 0, 'role'], msg: 'Field required', input: 'FAKE' },
          { loc: [], msg: 'No place' },
          'bare',
        ],
      },
      ['body.messages.0.role: Field required', 'No place', 'bare'],
    ],
    [{ detail: { message: 'Inside' } }, ['Inside']],
    [{ message: 'Nope' }, ['Nope']],
    [{ error: 'Unauthorized', message: ['a', 'b'] }, ['a', 'b', 'Unauthorized']],
    [{ errors: ['one', 'two'] }, ['one', 'two']],
    [{ errors: [{ msg: 'Field required', loc: ['body'] }] }, ['body: Field required']],
    [
      { type: 'about:blank', title: 'Bad Request', detail: 'No such model', status: 400 },
      ['Bad Request: No such model'],
    ],
    [{ title: 'Bad Request', status: 400 }, ['Bad Request']],
  ])('%j', (body, words) => {
    const facts = taken(body);
    expect(facts).toMatchObject({ shape: 'json', omitted: 0 });
    expect(facts.errors).toEqual(words.map((message) => ({ code: '', message })));
  });

  it.each([
    [{ detail: '' }],
    [{ detail: 7, message: null, error: true, title: [] }],
    [{ detail: [[['deep']], { loc: ['body'] }, {}] }],
    [['bare']],
    [{ code: 'made_up', reason: 'other' }],
  ])('are none where there are none: %j', (body) => {
    expect(taken(body)).toMatchObject({ shape: 'json', errors: [] });
  });

  it('are not looked for in a success, whose `message` is its content', () => {
    expect(wordsOf({ message: 'Hello', detail: 'x', error: 'y', title: 'z' }, 200)).toEqual([]);
  });

  it('stay beside a documented form, which has its code', () => {
    const error = { code: 'invalid_field', message: 'No.' };
    expect(taken({ errors: [error], detail: 'x' })).toMatchObject({
      shape: 'errors-envelope',
      errors: [error],
    });
    expect(taken({ error, detail: 'x' })).toMatchObject({ shape: 'error-envelope', errors: [error] });
    expect(taken({ errors: [], detail: 'x' })).toMatchObject({ shape: 'errors-envelope', errors: [] });
  });

  it('are capped, in number and length, and without keys', () => {
    const long = taken({ detail: 'x'.repeat(10_000) });
    expect(long.errors[0]?.message).toHaveLength(600);
    const many = taken({ detail: Array.from({ length: 50 }, () => ({ msg: 'No' })) });
    expect([many.errors.length, many.omitted]).toEqual([20, 30]);
    const key = 'A1b2C3d4E5f6G7h8I9j0K1l2M3n4';
    const echoed = [
      { detail: `No ${key}` },
      { detail: [{ loc: [key], msg: key }] },
      { title: key },
      { errors: [key] },
    ];
    for (const body of echoed) {
      const facts = JSON.stringify(taken(body));
      expect(facts).not.toContain(key);
      expect(facts).toContain('[redacted]');
    }
  });
});

describe('a refusal in another form', () => {
  const exchange = exchangeOf({
    status: 422,
    responseBody: { detail: [{ loc: ['body', 'messages'], msg: 'Field required' }] },
  });

  it('stays undocumented, without a code', () => {
    const { diagnosis } = judge(exchange, NO_NEIGHBOURS);
    expect(diagnosis.headline).toMatchObject({
      key: 'status-words',
      values: { message: 'body.messages: Field required' },
    });
    expect(diagnosis.server).toBeUndefined();
    expect(diagnosis.findings).toMatchObject([{ rule: 'error-body-undocumented', message: 'json' }]);
  });

  it('has the server’s words in a report', () => {
    const { diagnosis } = judge(exchange, NO_NEIGHBOURS);
    const report = callReport({ exchange, diagnosis, crashed: [], keyNumber: undefined }, LANGUAGE);
    expect(report).toContain('- Server: `body.messages: Field required`');
  });

  it('comes out of an exported file as it went in', () => {
    const text = harOf([exchange], '0', LANGUAGE).log.entries[0]?.response.content.text ?? '';
    expect(taken(JSON.parse(text))).toMatchObject({
      shape: 'json',
      errors: [{ code: '', message: 'body.messages: Field required' }],
    });
  });
});

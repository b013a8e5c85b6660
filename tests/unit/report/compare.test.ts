import { describe, expect, it, test } from 'vitest';
import { judge } from '../../../lib/diagnosis/judge';
import type { Exchange } from '../../../lib/exchange/exchange';
import { de } from '../../../lib/messages/de';
import { en } from '../../../lib/messages/en';
import { type ComparedExchange, compareExchanges } from '../../../lib/report/compare';
import { comparisonMarkdown } from '../../../lib/report/compare-markdown';
import { comparisonHeadline, likenessText, replySentence } from '../../../lib/report/compare-text';
import { type CallDescription, exchangeOf, FAKE_KEY, OTHER_FAKE_KEY } from '../support/exchange-of';

const EN = { locale: 'en', ...en };
const DE = { locale: 'de', ...de };

const judged = (exchange: Exchange): ComparedExchange => ({
  exchange,
  diagnosis: judge(exchange, {}).diagnosis,
});
const call = (description: CallDescription) => judged(exchangeOf(description));
const refusal = (code: string) => ({ errors: [{ code, message: 'No' }], warnings: [] });

const JSON_TYPE = ['Content-Type', 'application/json'] as const;
const works = call({ status: 200, responseBody: { results: {}, errors: [], warnings: [] } });
const bearer = call({
  headers: [['Authorization', `Bearer ${FAKE_KEY}`], JSON_TYPE],
  status: 200,
  responseBody: { results: {}, errors: [], warnings: [] },
});
const noPrefix = call({
  headers: [['Authorization', FAKE_KEY], JSON_TYPE],
  status: 401,
  responseBody: refusal('invalid_authorization_header'),
});
const otherKey = call({
  headers: [['Infuzu-API-Key', OTHER_FAKE_KEY], JSON_TYPE],
  status: 401,
  responseBody: refusal('invalid_api_key'),
});
const tolerated = call({
  headers: [['Infuzu-API-Key', FAKE_KEY]],
  status: 200,
  responseBody: { results: {}, errors: [], warnings: [] },
});
const sameKeyRefused = call({ status: 401, responseBody: refusal('invalid_api_key') });
const noFunds = call({ status: 402, responseBody: refusal('not_enough_funds') });
const wrongType = call({
  headers: [
    ['Infuzu-API-Key', FAKE_KEY],
    ['Content-Type', 'text/plain'],
  ],
  status: 415,
  responseBody: refusal('unsupported_media_type'),
});
const notFound = call({
  url: 'https://chat.infuzu.com/api/llm-respons',
  status: 404,
  responseBody: 'Not Found',
});
const elsewhere = call({ url: 'https://chat.example.com/api/llm-response', status: 403, responseBody: 'No' });
const busyElsewhere = call({
  url: 'https://chat.infuzu.com/api/llm-respons',
  status: 503,
  responseBody: 'No',
});
const noFundsElsewhere = call({
  url: 'https://chat.infuzu.com/api/chat/completions',
  status: 402,
  responseBody: refusal('not_enough_funds'),
});
const unanswered = call({});
const bearerUnanswered = call({ headers: [['Authorization', `Bearer ${FAKE_KEY}`], JSON_TYPE] });

describe('the verdict', () => {
  test.each([
    [
      'a fault that only B has',
      bearer,
      noPrefix,
      'findings',
      'One difference explains the failure: `Bearer` prefix is missing',
    ],
    ['another key', works, otherKey, 'other-key', 'The key explains it: B uses another one than A'],
    [
      'the same key, refused',
      works,
      sameKeyRefused,
      'same-key',
      'The same key worked in A and is refused in B',
    ],
    ['the account', works, noFunds, 'server', 'The requests do not explain it: Not enough funds'],
    [
      'the same fault twice',
      noPrefix,
      noPrefix,
      'same-faults',
      'Both fail for the same reason: `Bearer` prefix is missing',
    ],
    ['another path', works, notFound, 'address', 'The URL explains it: B calls another address than A'],
    ['another host', works, elsewhere, 'address', 'The URL explains it: B calls another address than A'],
    [
      'another path, and the account',
      works,
      noFundsElsewhere,
      'server',
      'The requests do not explain it: Not enough funds',
    ],
    ['two that work', works, bearer, 'both-work', 'Both work'],
    ['one that works in spite of a fault', works, tolerated, 'both-work', 'Both work'],
    ['the wrong way round', noPrefix, bearer, 'a-fails', 'A fails and B works: swap them'],
    ['no answer', works, unanswered, 'open', 'B has no answer'],
    ['no answer of A', unanswered, works, 'a-open', 'A has no answer, so it is not known to work'],
    [
      'both refused, keys differ: none of them is known to be good',
      sameKeyRefused,
      otherKey,
      'server',
      'The requests do not explain it: Well-formed, but the key is wrong or revoked',
    ],
    [
      'another key, and A without an answer',
      unanswered,
      otherKey,
      'server',
      'The requests do not explain it: Well-formed, but the key is wrong or revoked',
    ],
    [
      'the same key, and A without an answer',
      unanswered,
      sameKeyRefused,
      'server',
      'The requests do not explain it: Well-formed, but the key is wrong or revoked',
    ],
    [
      'another path, and A without an answer',
      unanswered,
      notFound,
      'server',
      'The requests do not explain it: 404, no documented call',
    ],
    [
      'both refused, same key',
      sameKeyRefused,
      sameKeyRefused,
      'server',
      'The requests do not explain it: Well-formed, but the key is wrong or revoked',
    ],
  ])('%s', (_, a, b, verdict, headline) => {
    const comparison = compareExchanges(a, b, EN);
    expect(comparison.verdict).toBe(verdict);
    expect(comparisonHeadline(comparison, b, EN)).toBe(headline);
  });
});

describe('the facts', () => {
  test('what explains comes apart from what only differs', () => {
    const { telling, differing, same, sameKey } = compareExchanges(bearer, noPrefix, EN);
    expect(telling).toMatchObject([
      { header: 'authorization', a: 'Bearer ifz_••••••0001', b: 'ifz_••••••0001' },
    ]);
    expect(differing).toEqual([]);
    expect(sameKey).toBe(true);
    expect(same.map(({ key, header }) => header ?? key)).toEqual([
      'method',
      'url',
      'body',
      'fields',
      'messages',
      'characters',
      'content-type',
      'protocol',
      'source',
    ]);
  });

  test('a header that the finding speaks of explains, other headers do not', () => {
    const { telling, differing } = compareExchanges(bearer, wrongType, EN);
    expect(telling).toMatchObject([{ header: 'content-type', a: 'application/json', b: 'text/plain' }]);
    expect(differing.map(({ header }) => header)).toEqual(['infuzu-api-key', 'authorization']);
  });

  test('of a finding that speaks of several headers each explains, and the reply names them', () => {
    const two = call({
      headers: [['Infuzu-API-Key', FAKE_KEY], ['Authorization', `Bearer ${FAKE_KEY}`], JSON_TYPE],
      status: 400,
      responseBody: refusal('multiple_api_keys'),
    });
    for (const [one, more] of [
      [works, 'authorization'],
      [bearer, 'infuzu-api-key'],
    ] as const) {
      const comparison = compareExchanges(one, two, EN);
      expect(comparison.telling.map(({ header }) => header)).toEqual([more]);
      expect(replySentence(comparison, two, EN)).toContain(
        'Remove either `Authorization` or `Infuzu-API-Key`.',
      );
    }
  });

  test('a URL that explains comes first, and one that only differs does not', () => {
    expect(compareExchanges(works, notFound, EN).telling.map(({ key }) => key)).toEqual(['url']);
    const busy = compareExchanges(works, busyElsewhere, EN);
    expect(busy.verdict).toBe('server');
    expect(busy.telling).toEqual([]);
  });

  test('a key that differs only by a character that no key has is not called another', () => {
    const spaced = call({
      headers: [['Infuzu-API-Key', `${FAKE_KEY.slice(0, 10)}\u00a0${FAKE_KEY.slice(10)}`], JSON_TYPE],
      status: 401,
      responseBody: refusal('invalid_api_key'),
    });
    const comparison = compareExchanges(works, spaced, EN);
    expect(comparison).toMatchObject({ verdict: 'findings', sameKey: 'similar' });
    expect(replySentence(comparison, spaced, EN)).toBe(
      'To make the call work, change this: Take out what stands at character 11 of the key where it is stored (NO-BREAK SPACE (U+00A0)), or copy the key anew; trimming reaches only the ends.',
    );
    expect(compareExchanges(works, otherKey, EN).sameKey).toBe(false);
  });

  test('two keys with the same mask are not the same', () => {
    const [one, other] = ['shortFAKE1', 'shortFAKE2'].map((key) =>
      call({ headers: [['Infuzu-API-Key', key], JSON_TYPE], status: 200 }),
    );
    const { differing, sameKey } = compareExchanges(one as ComparedExchange, other as ComparedExchange, EN);
    expect(sameKey).toBe(false);
    expect(differing).toMatchObject([{ header: 'infuzu-api-key', a: '••••••', b: '••••••' }]);
  });

  test('nothing is said of headers that one side did not record, nor of values that were left out of both', () => {
    const unrecorded = call({ headers: null, status: 200 });
    const { differing, same } = compareExchanges(works, unrecorded, EN);
    expect(
      [...differing, ...same].filter(({ key, isCredential }) => key === 'header' && !isCredential),
    ).toEqual([]);
    const withSecret = (value: string) =>
      call({ headers: [['Infuzu-API-Key', FAKE_KEY], JSON_TYPE, ['X-Session-Token', value]], status: 200 });
    const secrets = compareExchanges(withSecret('FAKE-one'), withSecret('FAKE-two'), EN);
    expect([...secrets.differing, ...secrets.same].some(({ header }) => header === 'x-session-token')).toBe(
      false,
    );
  });

  test('the answers stand on their own', () => {
    expect(compareExchanges(bearer, noPrefix, EN).answers).toMatchObject([
      { key: 'status', a: '200', b: '401', isSame: false },
      { key: 'answer', b: '`invalid_authorization_header`', isHarmless: false },
      { key: 'time', isSame: true, isHarmless: true },
    ]);
  });

  test('two good answers may differ', () => {
    const [, answer] = compareExchanges(bearer, works, EN).answers;
    expect(answer).toMatchObject({ key: 'answer', inWords: true, isHarmless: true });
    expect(answer?.a).toMatch(/^Infuzu’s answer \(`errors`, `warnings`\), \d+ B$/);
  });
});

describe('the reply', () => {
  test.each([
    [bearer, noPrefix, /^Your key is fine, only this is to be changed: In `Authorization`, write `Bearer`/],
    [works, otherKey, /^The call that fails uses another key than the one that works/],
    [works, sameKeyRefused, /^The same key was accepted in another call/],
    [bearerUnanswered, noPrefix, /^To make the call work, change this: In `Authorization`, write `Bearer`/],
    [unanswered, works, /^The record holds no answer to the call that should work/],
    [works, notFound, /^The call that fails goes to another address/],
    [works, noFunds, /does not have enough funds/],
  ])('is one sentence', (a, b, sentence) => {
    for (const language of [EN, DE]) {
      const text = replySentence(compareExchanges(a, b, language), b, language);
      if (language === EN) expect(text).toMatch(sentence);
      expect(text).toMatch(/[^.!?{}]\.$/);
      expect(text).not.toMatch(/[.!?] [A-Z]|[{}]/);
    }
  });

  test('says what is alike', () => {
    expect(likenessText(compareExchanges(bearer, noPrefix, EN), EN)).toBe(
      'Alike: same key, same URL, same method, same body facts.',
    );
  });
});

test('the Markdown holds verdict, facts and reply, and no key', () => {
  const comparison = compareExchanges(bearer, noPrefix, EN);
  const text = comparisonMarkdown(
    comparison,
    { ...bearer, name: 'Entry 118' },
    { ...noPrefix, name: 'Entry 131' },
    EN,
  );
  expect(text).toContain('## One difference explains the failure: `Bearer` prefix is missing');
  expect(text).toContain('- A: Entry 118, `POST https://chat.infuzu.com/api/llm-response`, 200');
  expect(text).toContain('| authorization | `Bearer ifz_••••••0001` | `ifz_••••••0001` |');
  expect(text).toContain('**For your reply:** Your key is fine');
  expect(text).not.toContain(FAKE_KEY);
  expect(text).not.toContain(FAKE_KEY.slice(4, 20));
});

test('what a file holds cannot break out of a table', () => {
  const hostile = call({
    headers: [['Infuzu-API-Key', FAKE_KEY], JSON_TYPE, ['X-Note', 'a | b `c` <img src=x>\nd']],
    status: 200,
  });
  const text = comparisonMarkdown(
    compareExchanges(works, hostile, EN),
    { ...works, name: 'Entry 1' },
    { ...hostile, name: '<b>|' },
    EN,
  );
  const row = text.split('\n').find((line) => line.includes('x-note'));
  expect(row?.split('|')).toHaveLength(5);
  expect(row).toContain('`a ¦ b ˋcˋ <img src=x> d`');
  expect(text).toContain('\\<b\\>');
});

describe('an auth header that differs', () => {
  const headersOf = (side: readonly { header?: string }[]) => side.map(({ header }) => header);

  it('tells with the one in its place that is wrong', () => {
    const quoted = call({
      headers: [['Infuzu-API-Key', `"${FAKE_KEY}"`], JSON_TYPE],
      status: 401,
      responseBody: refusal('invalid_api_key'),
    });
    const { telling, differing } = compareExchanges(bearer, quoted, EN);
    expect(headersOf(telling)).toEqual(['infuzu-api-key', 'authorization']);
    expect(differing).toEqual([]);
  });
  const typed = (type: string) =>
    call({
      headers: [
        ['Infuzu-API-Key', FAKE_KEY],
        ['Content-Type', type],
      ],
    });
  it('is not said to have no effect where the server names no other cause', () => {
    const comparison = compareExchanges(bearer, typed('text/plain'), EN);
    expect(headersOf(comparison.differing)).toContain('authorization');
    expect(comparison.isRestHarmless).toBe(false);
  });
  it('is harmless where it names the cause, and open where nobody does', () => {
    expect(compareExchanges(bearer, wrongType, EN).isRestHarmless).toBe(true);
    expect(compareExchanges(works, typed('text/plain'), EN).isRestHarmless).toBe(false);
  });
});

describe('what one side does not tell', () => {
  /** Salted in another browser session. */
  const fromBundle = (exchange: Exchange): Exchange => ({
    ...structuredClone(exchange),
    source: 'bundle',
    request: {
      ...exchange.request,
      credentials: {
        status: 'present',
        value: (exchange.request.credentials.status === 'present'
          ? exchange.request.credentials.value
          : []
        ).map((one) => ({ ...one, fingerprint: `0${one.fingerprint}` })),
      },
    },
  });
  const comparisonOf = (a: ComparedExchange, b: ComparedExchange) => compareExchanges(a, b, EN);

  it('is no other key, where the same one has another fingerprint', () => {
    const { verdict, sameKey, telling } = comparisonOf(judged(fromBundle(works.exchange)), sameKeyRefused);
    expect([verdict, sameKey, telling]).toEqual(['server', undefined, []]);
    expect(comparisonOf(judged(fromBundle(works.exchange)), otherKey).verdict).toBe('other-key');
  });

  it('is not called absent: an auth header, a body or a protocol that was not recorded', () => {
    const { request } = bearer.exchange;
    const untold = { status: 'absent', reason: 'not-recorded' } as const;
    const cleaned = judged({
      ...bearer.exchange,
      request: { ...request, httpVersion: '', credentials: untold, body: untold },
    });
    const { telling, differing, same } = comparisonOf(cleaned, noPrefix);
    const keys = [...telling, ...differing, ...same].map(({ key, header }) => header ?? key);
    expect(keys).not.toContain('authorization');
    for (const key of ['body', 'messages', 'protocol']) expect(keys).not.toContain(key);
  });
});

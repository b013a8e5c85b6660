import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { takeAnatomies } from '../../lib/exchange/credential';
import type { Exchange } from '../../lib/exchange/exchange';
import { loseEnd } from '../../lib/exchange/lost-end';
import { type AbsenceReason, absent, present } from '../../lib/exchange/presence';
import type { PageActions } from '../../lib/store/feed-state';
import { successEvents } from '../mock-api/success';
import { CLEAN_HEADERS, FAKE_KEY, OTHER_FAKE_KEY } from '../unit/support/exchange-of';
import {
  bareToken,
  cleanCall,
  JSON_TYPE,
  lostOnRedirect,
  pendingCall,
  refusal,
  refusedPreflight,
  tabCall,
  unreadRefusal,
} from '../unit/support/tab-calls';
import { renderPanel } from './support';

const openDetail = (exchange: Exchange, ...others: Exchange[]) => openWith({}, exchange, ...others);

async function openWith(abilities: Partial<PageActions>, exchange: Exchange, ...others: Exchange[]) {
  const twins = await renderPanel([...others, exchange], {}, 'en-GB', abilities);
  const row = await waitFor(() => screen.getAllByRole('row')[1] ?? expect.fail());
  fireEvent.click(row);
  const detail = await screen.findByRole('region', { name: /^Details of / });
  return { ...twins, detail, inside: within(detail) };
}

const withBody = (reason: AbsenceReason, status = 401): Exchange => {
  const call = tabCall(1, { status });
  if (call.response.status === 'absent') return call;
  return { ...call, response: present({ ...call.response.value, body: absent(reason) }) };
};

const OUTCOMES: readonly (readonly [string, Exchange, string, string])[] = [
  [
    'confirmed',
    bareToken(1),
    'error',
    'Confirmed: the server refused it with the code that this finding predicts.',
  ],
  [
    'contradicted',
    tabCall(1, {
      headers: [['Authorization', FAKE_KEY], JSON_TYPE],
      status: 400,
      responseBody: refusal('invalid_field'),
    }),
    'error',
    'The server refused it with another code than the findings predict. Both are shown.',
  ],
  [
    'failed',
    tabCall(1, { error: 'net::ERR_CONNECTION_REFUSED' }),
    'error',
    'No answer reached the code. No fault was found in the request.',
  ],
  [
    'given up before the answer',
    tabCall(1, { error: 'net::ERR_ABORTED' }),
    'notice',
    'If that was meant, there is nothing to mend.',
  ],
  [
    'given up while the answer came',
    tabCall(1, { status: 200 }, { state: 'failed', error: { text: 'net::ERR_ABORTED' } }),
    'notice',
    'If that was meant, there is nothing to mend.',
  ],
  [
    'a redirect that the code does not follow',
    { ...lostOnRedirect(1)[0], state: 'failed', error: { text: 'net::ERR_ABORTED' } },
    'notice',
    'If that was meant, there is nothing to mend.',
  ],
  [
    'never sent',
    {
      ...pendingCall(1),
      source: 'probe',
      state: 'never-sent',
      response: absent('failed'),
      written: present({ api: 'fetch', credentials: [], thrown: 'TypeError: no' }),
    },
    'error',
    'The call was not sent: the server knows nothing of it.',
  ],
  [
    'a success that CORS hides',
    tabCall(
      1,
      { status: 200, headers: [...CLEAN_HEADERS, ['Sec-Fetch-Mode', 'cors']] },
      { state: 'failed', error: { text: 'net::ERR_FAILED' } },
    ),
    'error',
    'The browser keeps the server’s answer from the code.',
  ],
  [
    'stopped',
    tabCall(
      1,
      { status: 200, responseHeaders: [['Access-Control-Allow-Origin', '*']] },
      { state: 'failed', error: { text: 'blocked:integrity' } },
    ),
    'error',
    'The browser keeps the server’s answer from the code.',
  ],
  [
    'predicted',
    pendingCall(1, { headers: [['Authorization', FAKE_KEY], JSON_TYPE] }),
    'predicted-error',
    'Predicted from the documentation; the server’s own words are not known.',
  ],
  [
    'tolerated',
    tabCall(1, {
      headers: [['Authorization', FAKE_KEY], JSON_TYPE],
      status: 200,
      responseBody: { results: {} },
    }),
    'error',
    'The server answered with success all the same. Do not rely on it.',
  ],
  ['clean', cleanCall(1), 'clean', 'Nothing to mend. Something is worth knowing.'],
  ['clean, by no page', { ...cleanCall(1), initiator: {} }, 'clean', 'Nothing to mend.'],
  ['pending', pendingCall(1), 'pending', 'The verdict follows with the answer.'],
];

describe('the verdict', () => {
  test.each(OUTCOMES)('%s', async (_, exchange, state, sentence) => {
    const { detail, inside } = await openDetail(exchange);
    expect(detail.querySelector('.verdict-head')?.getAttribute('data-state')).toBe(state);
    expect(inside.getByText(sentence)).toBeTruthy();
    expect(inside.getByRole('heading', { level: 2 }).textContent?.length).toBeGreaterThan(5);
  });
});

test('of a call whose preflight was refused, the verdict says that it was not sent', async () => {
  const [preflight, call] = refusedPreflight(1);
  const { inside } = await openDetail(preflight, call);
  expect(inside.getByText('The call was not sent: the server knows nothing of it.')).toBeTruthy();
});

describe('what the other calls with the key did', () => {
  test('is copied with the finding', async () => {
    const { inside, actions } = await openDetail(cleanCall(2), bareToken(1));
    fireEvent.click(inside.getByRole('button', { name: 'Copy for a ticket' }));
    await waitFor(() => expect(actions.copied).toHaveLength(1));
    expect(actions.copied[0]).toContain('- 1 other call with key \\#1 worked');
  });

  const sameKeyLine = (inside: Awaited<ReturnType<typeof openDetail>>['inside']) =>
    inside.getByText(/key #1 worked/).textContent;

  test('is said of a call that failed', async () => {
    const { inside } = await openDetail(bareToken(9), bareToken(1), cleanCall(2), cleanCall(3));
    expect(sameKeyLine(inside)).toBe(
      '2 other calls with key #1 worked, the latest at https://chat.infuzu.com: look at what differs.',
    );
  });

  test.each([
    ['The only other call with key #1 failed too.', [bareToken(1)]],
    ['All 3 calls with key #1 failed.', [bareToken(1), bareToken(2)]],
  ])('%s', async (sentence, others) => {
    const { inside } = await openDetail(bareToken(9), ...others);
    expect(inside.getByText(sentence)).toBeTruthy();
  });

  test('in German as well', async () => {
    await renderPanel([bareToken(1), cleanCall(2)], {}, 'de');
    fireEvent.click(await waitFor(() => screen.getAllByRole('row')[1] ?? expect.fail()));
    const line = await screen.findByText(/Schlüssel #1 gelang/);
    expect(line.textContent).toBe(
      '1 anderer Aufruf mit Schlüssel #1 gelang, bei https://chat.infuzu.com: Sehen Sie nach, was anders ist.',
    );
  });
});

describe('the diagnosis', () => {
  test('tells the place, why, the remedy and the corrected code in four terms', async () => {
    const { inside, actions, layout } = await openDetail(bareToken(1));
    const finding = within(inside.getAllByRole('article')[0] ?? expect.fail());
    expect(finding.getByText('bearer-prefix-missing')).toBeTruthy();
    for (const label of ['Where', 'Why', 'Remedy']) expect(finding.getByText(label)).toBeTruthy();
    const link = finding.getByRole('link', { name: 'Docs' });
    expect(link.getAttribute('rel')).toBe('noreferrer');
    expect(link.getAttribute('target')).toBe('_blank');
    expect(finding.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual([
      'fetch',
      'axios',
      'curl',
      'Python',
    ]);
    fireEvent.click(finding.getByRole('tab', { name: 'Python' }));
    await waitFor(() => expect(finding.getByRole('tabpanel').textContent).toMatch(/Bearer/));
    expect(layout.getState().code).toBe('python');
    fireEvent.click(finding.getByRole('button', { name: 'Copy' }));
    await screen.findByText('Copied');
    expect(actions.copied[0]).toContain('Bearer');
    expect(actions.copied[0]).not.toMatch(/^-/m);
  });

  test('a finding is titled with its cause, beside the rule’s id', async () => {
    const { inside } = await openDetail(bareToken(1));
    const [title] = inside.getAllByRole('heading', { level: 3 });
    expect(title?.textContent).toBe('Bearer prefix is missing');
    expect(title?.nextElementSibling?.textContent).toBe('bearer-prefix-missing');
  });

  test.each([
    ['of a finding', bareToken(1)],
    [
      'around one',
      tabCall(1, {
        headers: [['Authorization', FAKE_KEY], JSON_TYPE],
        status: 200,
        responseBody: { results: {} },
      }),
    ],
  ])('the sentence %s that is the headline stands there alone', async (_, call) => {
    const { inside, detail } = await openDetail(call);
    const sentence = /Authorization holds the key alone/;
    expect(inside.getByRole('heading', { level: 2 }).textContent).toMatch(sentence);
    expect(detail.textContent?.split(sentence)).toHaveLength(2);
  });

  test('code is shown in the language that it was last read in, where it is there', async () => {
    const { inside, layout } = await openDetail(bareToken(1));
    layout.getState().readCode('axios');
    const chosen = () => inside.getByRole('tab', { name: /^(fetch|axios|curl|Python)$/, selected: true });
    await waitFor(() => expect(chosen().textContent).toBe('axios'));
    fireEvent.click(inside.getByRole('tab', { name: 'Request' }));
    await waitFor(() => expect(chosen().textContent).toBe('curl'));
    layout.getState().readCode('fetch');
    await waitFor(() => expect(chosen().textContent).toBe('fetch'));
  });

  test('lesser findings are folded to their cause', async () => {
    const { inside } = await openDetail(bareToken(1));
    const notice = inside
      .getAllByRole('article')
      .find((article) => article.dataset['rule'] === 'key-exposed-to-page');
    if (notice === undefined) expect.fail();
    expect(within(notice).queryByText('Why')).toBeNull();
    expect(within(notice).queryByText(/^A page’s code made this call/)).toBeNull();
    fireEvent.click(within(notice).getByRole('button', { name: 'Where, why and how to mend it' }));
    expect(await within(notice).findByText('Why')).toBeTruthy();
    expect(within(notice).getByText(/^A page’s code made this call/)).toBeTruthy();
  });

  test('decodes what the server reported, and explains the code', async () => {
    const call = tabCall(1, {
      status: 401,
      responseBody: refusal('invalid_api_key', 'The key is invalid or revoked'),
    });
    const { detail } = await openDetail(call);
    const reported = detail.querySelector('.server-messages');
    expect(reported?.textContent).toContain('invalid_api_key');
    expect(reported?.textContent).toContain('The key is invalid or revoked');
    const causes = [...(reported?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent);
    expect(causes.length).toBeGreaterThan(0);
    // The anatomy shows that it is none of these.
    expect(causes.join()).not.toMatch(/quotes|placeholder|http:/);
  });

  test('of a long message shows the beginning, and all of it at the press of a button', async () => {
    const message = 'A gateway tells its whole story. '.repeat(10).trim();
    const { detail } = await openDetail(
      tabCall(1, { status: 401, responseBody: refusal('invalid_api_key', message) }),
    );
    for (const place of ['.truth', '.server-messages']) {
      const around = within(detail.querySelector<HTMLElement>(place) ?? expect.fail());
      const button = around.getByRole('button', { name: 'The whole text' });
      const text = button.previousElementSibling;
      expect(text?.textContent).toContain(message);
      expect(text?.className).toBe('beginning');
      fireEvent.click(button);
      await waitFor(() => expect(button.getAttribute('aria-expanded')).toBe('true'));
      expect(text?.className).not.toBe('beginning');
    }
  });

  test('a code that is not documented is said to be so', async () => {
    const { inside } = await openDetail(
      tabCall(1, { status: 418, responseBody: refusal('teapot', 'Short') }),
    );
    expect(inside.getByText(/The documentation does not list this code\./)).toBeTruthy();
  });

  test('says where the call was made where the fault is the server’s, not that its header was set there', async () => {
    const place = { url: 'https://app.example.com/page.js', line: 14 };
    const [preflight, call] = refusedPreflight(1);
    const { inside } = await openDetail({ ...call, initiator: { ...call.initiator, place } }, preflight);
    expect(inside.getAllByText('page.js:14').map((link) => link.closest('dd')?.textContent)).toEqual([
      'Access-Control-Allow-Headers of the response, called in page.js:14',
    ]);
  });

  test.each([
    ['en-GB', 'Authorization and Infuzu-API-Key'],
    ['de', 'Authorization und Infuzu-API-Key'],
  ])('names every header that a finding speaks of, %s', async (locale, where) => {
    const headers = [
      ['Infuzu-API-Key', FAKE_KEY],
      ['Authorization', `Bearer ${FAKE_KEY}`],
      JSON_TYPE,
    ] as const;
    await renderPanel([tabCall(1, { headers, status: 400 })], {}, locale);
    fireEvent.click(await waitFor(() => screen.getAllByRole('row')[1] ?? expect.fail()));
    await waitFor(() => expect(document.querySelector('.finding dd')?.textContent).toBe(where));
  });

  test('names the place in the code, and opens it in Sources where the page can', async () => {
    const place = { url: 'https://app.example.com/src/askInfuzu.ts', line: 41 };
    const { inside } = await openDetail(
      tabCall(1, { headers: [JSON_TYPE], status: 401 }, { initiator: { place } }),
    );
    expect(inside.getAllByText('askInfuzu.ts:41').length).toBeGreaterThan(0);
  });

  test('says that a header of the request was set where the call was made', async () => {
    const place = { url: 'https://app.example.com/page.js', line: 14 };
    const { inside } = await openDetail({ ...bareToken(1), initiator: { place } });
    expect(inside.getByText('page.js:14').closest('dd')?.textContent).toBe(
      'Authorization, sent by page.js:14',
    );
  });

  test('names the code that called a helper which sends every call', async () => {
    const caller = { url: 'https://app.example.com/src/askInfuzu.ts', line: 41 };
    const place = { url: 'https://app.example.com/page.js', line: 14, caller };
    const { inside } = await openDetail({ ...bareToken(1), initiator: { place } });
    expect(inside.getByText('askInfuzu.ts:41').closest('dd')?.textContent).toBe(
      'Authorization, sent by page.js:14 ← askInfuzu.ts:41',
    );
  });

  test('the truth line has three witnesses', async () => {
    const { inside } = await openDetail(bareToken(1));
    for (const witness of ['What your code saw', 'What the server said', 'What the browser did']) {
      expect(inside.getByText(witness)).toBeTruthy();
    }
  });

  test('a long error code is torn at its underscores alone, in a message as well', async () => {
    const name = 'invalid_authorization_header';
    const headers = [['Authorization', FAKE_KEY], JSON_TYPE] as const;
    const { detail } = await openDetail(
      tabCall(1, { headers, status: 400, responseBody: refusal(name, name) }),
    );
    const torn = 'invalid_<wbr>authorization_<wbr>header';
    expect(detail.querySelector('.witness strong + code')?.innerHTML).toBe(torn);
    expect(detail.querySelector('.witness strong')?.parentElement?.nextElementSibling?.innerHTML).toBe(
      `“${torn}”`,
    );
    for (const place of ['.server-code', 'q']) expect(detail.querySelector(place)?.innerHTML).toBe(torn);
  });

  test.each([401, 200])('a %i whose body nobody can tell from another’s says so', async (status) => {
    const { inside } = await openDetail(withBody('ambiguous', status));
    expect(inside.getAllByText(/^Several answers fit this call/)).toHaveLength(1);
  });

  test('of a redirected call, each hop says what became of the key, and the one that is shown is marked', async () => {
    const [first, second] = lostOnRedirect(1);
    await openDetail(second, first);
    const hops = [...document.querySelectorAll('.redirects li')];
    const words = hops.map((hop) => [...hop.children].map(({ textContent }) => textContent));
    expect(words).toEqual([
      ['308', 'https://chat.infuzu.com/api/llm-response', 'key #1', 'Dropped Authorization on the way.'],
      ['401', 'https://eu.infuzu.com/api/llm-response', 'no key'],
    ]);
    expect(hops.map((hop) => hop.getAttribute('aria-current'))).toEqual([null, 'step']);
  });

  test('a hop that the browser made by itself is said to be one', async () => {
    const [first, second] = lostOnRedirect(1);
    if (first.redirect === undefined) return expect.unreachable();
    await openDetail(second, { ...first, redirect: { ...first.redirect, internal: true } });
    expect(document.querySelector('.redirects li')?.textContent).toMatch(/Upgraded to https by the browser$/);
  });

  test('a call without a redirect has no list of hops', async () => {
    const { inside } = await openDetail(bareToken(1));
    expect(inside.queryByText('Redirects')).toBeNull();
  });

  test('a part has a detail of its own', async () => {
    const [preflight, call] = refusedPreflight(1);
    await renderPanel([preflight, call]);
    fireEvent.click(await screen.findByRole('button', { name: 'Show the parts of this call' }));
    fireEvent.click(await screen.findByRole('row', { name: /: Preflight, / }));
    expect(await screen.findByRole('region', { name: 'Details of OPTIONS /api/llm-response' })).toBeTruthy();
  });

  test('copies the finding without a key', async () => {
    const { inside, actions } = await openDetail(bareToken(1));
    fireEvent.click(inside.getByRole('button', { name: 'Copy for a ticket' }));
    await waitFor(() => expect(actions.copied).toHaveLength(1));
    expect(actions.copied[0]).toContain('bearer-prefix-missing');
    expect(actions.copied[0]).not.toContain(FAKE_KEY.slice(4, 20));
  });
});

describe('credentials', () => {
  test('are drawn masked, and told in words', async () => {
    const { inside, detail } = await openDetail(bareToken(1));
    const drawing = inside.getByRole('img', { name: /^Authorization: / });
    expect(drawing.getAttribute('aria-label')).toBe(
      'Authorization: absent i f z _ 25 hidden characters 0 0 0 1',
    );
    expect(detail.innerHTML).not.toContain(FAKE_KEY);
    expect(inside.getByText('33 characters')).toBeTruthy();
  });

  test('a mark of the recording in the place of the value is said to be one, and nothing is missed', async () => {
    const call = tabCall(1, { headers: [['Authorization', '[redacted]']], status: 401 });
    const { inside, detail } = await openDetail(call);
    expect(inside.getByRole('img', { name: 'Authorization: not in the recording' }).textContent).toBe(
      'not in the recording',
    );
    expect(detail.textContent).not.toContain('one space are absent');
  });

  test('white space has a name where it should not be, and the browser’s trimming is told', async () => {
    const { anatomies } = takeAnatomies([{ name: 'Infuzu-API-Key', value: `${OTHER_FAKE_KEY} ` }]);
    const written = present({ api: 'fetch' as const, credentials: anatomies });
    const { inside } = await openDetail({ ...cleanCall(1), written });
    expect(inside.getByText('Credentials, as your code wrote them')).toBeTruthy();
    expect(inside.getByText('SP')).toBeTruthy();
    expect(inside.getByText(/The browser trimmed it; not every client does\./)).toBeTruthy();
  });

  test('a worker’s call says that what its code wrote is not known, and no other does', async () => {
    const worker = { ...cleanCall(1), tabId: -1 };
    const { inside } = await openDetail(worker);
    expect(inside.getByText(/^The browser names no tab for this call/)).toBeTruthy();
    for (const other of [cleanCall(1), { ...worker, resourceType: 'other' as const }]) {
      cleanup();
      const { inside: page } = await openDetail(other);
      expect(page.queryByText(/^The browser names no tab/)).toBeNull();
    }
  });

  test('a call without any says so', async () => {
    const { inside } = await openDetail(tabCall(1, { headers: [JSON_TYPE], status: 401 }));
    expect(inside.getByText('The call carries no credential.')).toBeTruthy();
  });
});

describe('the other tabs', () => {
  const show = async (name: string, inside: ReturnType<typeof within>) => {
    fireEvent.click(inside.getByRole('tab', { name }));
    await waitFor(() => expect(inside.getByRole('tab', { name }).getAttribute('aria-selected')).toBe('true'));
  };

  test('the request: facts, and headers without a key', async () => {
    const { inside, detail } = await openDetail(bareToken(1));
    await show('Request', inside);
    expect(inside.getByText('https://chat.infuzu.com/api/llm-response')).toBeTruthy();
    expect(inside.getByText('[redacted]')).toBeTruthy();
    expect(inside.getByText('1: user')).toBeTruthy();
    expect(detail.innerHTML).not.toContain(FAKE_KEY);
  });

  test('the response: status, shape and errors of the body', async () => {
    const { inside } = await openDetail(bareToken(1));
    await show('Response', inside);
    expect(inside.getByText(/Infuzu’s answer/)).toBeTruthy();
    expect(inside.getByText('Malformed Bearer token')).toBeTruthy();
  });

  async function timesOf({ inside, detail }: Awaited<ReturnType<typeof openDetail>>) {
    await show('Timing', inside);
    const total = [...detail.querySelectorAll('.fact')].at(-1);
    const spans = within(inside.getByRole('list', { name: 'Where the time went' })).getAllByRole('listitem');
    const texts = spans.map((span) => span.textContent?.trim());
    return [[...(total?.children ?? [])].map((part) => part.textContent).join(' '), ...texts];
  }

  test('the timing counts a preflight once that runs while its call waits', async () => {
    const [preflight, call] = refusedPreflight(1);
    const { startedDateTime } = call;
    const view = await openDetail(
      { ...call, time: 74 },
      { ...preflight, startedDateTime: startedDateTime + 1, time: 58 },
    );
    expect(await timesOf(view)).toEqual(['Total 74 ms', 'Preflight 58 ms', 'Waiting 16 ms']);
  });

  test('the timing of a call that was given up ends with it, though its preflight went on', async () => {
    const [preflight, call] = refusedPreflight(1);
    const view = await openDetail(
      { ...call, time: 74, error: { text: 'net::ERR_ABORTED' } },
      { ...preflight, startedDateTime: call.startedDateTime + 1, time: 500 },
    );
    expect(await timesOf(view)).toEqual(['Total 74 ms', 'Preflight 73 ms', 'Waiting 1 ms']);
  });

  test('the timing of a redirected call is that of the whole, as in the list', async () => {
    const [first, second] = lostOnRedirect(1);
    const view = await openDetail({ ...second, error: { text: 'net::ERR_ABORTED' }, state: 'failed' }, first);
    expect(screen.getAllByRole('row')[1]?.getAttribute('aria-label')).toContain('80 ms');
    expect(await timesOf(view)).toEqual(['Total 80 ms', 'Redirects 30 ms', 'Waiting 50 ms']);
  });

  test('the timing of a call that runs counts on', async () => {
    const { inside } = await openDetail(pendingCall(1));
    await show('Timing', inside);
    expect(inside.getByText(/so far$/)).toBeTruthy();
  });

  test('the timing of a call whose end was not seen says why', async () => {
    const { inside } = await openDetail(loseEnd(pendingCall(1), 'silent'));
    const why = /the browser told nothing more of it for 10 minutes/;
    expect(inside.getByText(why)).toBeTruthy();
    await show('Timing', inside);
    expect(inside.getByText(why)).toBeTruthy();
  });

  const REASONS: readonly AbsenceReason[] = [
    'pending',
    'not-recorded',
    'none',
    'devtools-closed',
    'body-unread',
    'opaque',
    'no-tab',
    'cors',
    'failed',
    'too-large',
    'stream',
    'ambiguous',
    'timed-out',
    'missed',
  ];
  test.each(REASONS)('a body that is absent (%s) says why', async (reason) => {
    const { inside, detail } = await openDetail(withBody(reason));
    await show('Response', inside);
    const body = [...detail.querySelectorAll('.fact')].find(
      (fact) => fact.querySelector('dt')?.textContent === 'Body',
    );
    expect(body?.querySelector('dd')?.textContent).toMatch(/^[A-Z].{10,}\.?$/);
  });

  test('an unread body tells how to make it readable', async () => {
    const { inside } = await openDetail(unreadRefusal(1));
    expect(inside.getAllByText(/await response\.text\(\)/).length).toBeGreaterThan(0);
    expect(inside.getByText('It left the body unread.')).toBeTruthy();
  });
});

describe('hostile texts', () => {
  const SCRIPT = '</q><script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">';

  test('a script in an error message is text', async () => {
    const { inside, detail } = await openDetail(
      tabCall(1, { status: 401, responseBody: refusal(`x"><b>${'`'}code`, SCRIPT) }),
    );
    expect(inside.getAllByText((text) => text.includes('<script>window.hacked')).length).toBeGreaterThan(0);
    expect(detail.querySelector('script, img, b')).toBeNull();
    expect('hacked' in window).toBe(false);
  });

  test('so is one in a title, a header and a path', async () => {
    const { inside, detail } = await openDetail(
      tabCall(1, {
        url: 'https://chat.infuzu.com/api/<img src=x>',
        status: 502,
        mimeType: 'text/html',
        responseBody: '<html><title>&lt;b&gt; javascript:alert(1)</title></html>',
        responseHeaders: [['X-Note', SCRIPT]],
      }),
    );
    fireEvent.click(inside.getByRole('tab', { name: 'Response' }));
    await waitFor(() => expect(inside.getByText((text) => text.includes('window.hacked'))).toBeTruthy());
    expect(detail.querySelector('script, img')).toBeNull();
    expect([...detail.querySelectorAll('a')].every((a) => a.href.startsWith('https://'))).toBe(true);
  });
});

describe('the call as code', () => {
  test('is copied from the bar, with a variable for the key', async () => {
    const { inside, actions } = await openDetail(bareToken(1));
    fireEvent.click(inside.getByRole('button', { name: 'curl' }));
    await waitFor(() => expect(actions.copied).toHaveLength(1));
    expect(actions.copied[0]).toContain(`-H 'Authorization: '"$INFUZU_API_KEY"`);
    expect(actions.copied[0]).not.toContain(FAKE_KEY);
  });

  test('stands in three languages under the request', async () => {
    const { inside, actions } = await openDetail(bareToken(1));
    fireEvent.click(inside.getByRole('tab', { name: 'Request' }));
    fireEvent.click(await inside.findByRole('tab', { name: 'Python' }));
    await waitFor(() => expect(inside.getByText(/^import os/)).toBeTruthy());
    fireEvent.click(inside.getByRole('button', { name: 'Copy' }));
    await waitFor(() => expect(actions.copied).toHaveLength(1));
    expect(actions.copied[0]).toContain('"Authorization": key,');
  });

  test('is not offered where a line only names parts of it, nor are its headers said to be none', async () => {
    const call = tabCall(1, { headers: [] });
    const credentials = absent('not-recorded');
    const request = { ...call.request, credentials, unseen: ['headers.txt'] };
    const { inside } = await openDetail({ ...call, request });
    expect(inside.queryByRole('button', { name: 'curl' })).toBeNull();
    fireEvent.click(inside.getByRole('tab', { name: 'Request' }));
    await inside.findByText(/ is not in this line/);
    expect(inside.queryByText('The same call as code')).toBeNull();
    expect(inside.queryByText('none')).toBeNull();
    expect(inside.getByText('The source of this call does not record it.')).toBeTruthy();
  });

  test('says of a call without headers that it has none', async () => {
    const { inside } = await openDetail(tabCall(1, { headers: [] }));
    fireEvent.click(inside.getByRole('tab', { name: 'Request' }));
    await inside.findByText('The same call as code');
    expect(inside.getByText('none')).toBeTruthy();
  });
});

describe('the place of a call in the user’s code', () => {
  const place = { url: 'https://app.example.com/src/askInfuzu.ts', line: 41 };
  const placed = { ...bareToken(1), initiator: { origin: 'https://app.example.com', page: true, place } };

  test('opens in Sources where the browser can', async () => {
    const openSource = vi.fn();
    const { inside } = await openWith({ openSource }, placed);
    fireEvent.click(inside.getAllByRole('button', { name: 'askInfuzu.ts:41' })[0] ?? expect.fail());
    expect(openSource).toHaveBeenCalledWith(place.url, 41);
  });

  test('is text elsewhere', async () => {
    const { inside } = await openDetail(placed);
    expect(inside.getAllByText('askInfuzu.ts:41').length).toBeGreaterThan(0);
    expect(inside.queryByRole('button', { name: 'askInfuzu.ts:41' })).toBeNull();
  });
});

test('an event stream says when it began, what came in which time and who ended it', async () => {
  const call = tabCall(1, {
    status: 200,
    responseBody: successEvents('openai', 'req_1').join(''),
    mimeType: 'text/event-stream',
  });
  if (call.response.status === 'absent') return expect.unreachable();
  const receivedDateTime = call.startedDateTime + 60;
  const { inside, detail } = await openDetail({
    ...call,
    time: 560,
    response: present({ ...call.response.value, receivedDateTime }),
  });
  fireEvent.click(inside.getByRole('tab', { name: 'Response' }));
  await inside.findByRole('heading', { name: 'Event stream' });
  const told = [
    'First byte after60 ms',
    'Receiving500 ms',
    'Events7',
    'Mean rate14 events/s',
    'Finish reasonstop',
    'The server, with [DONE].',
    'How far apart the events came is not known',
  ];
  for (const text of told) expect(detail.textContent).toContain(text);
});

test('says where else a key stands, though no rule speaks of it', async () => {
  const url = `https://chat.infuzu.com/${OTHER_FAKE_KEY}`;
  const { inside } = await openDetail(tabCall(1, { url, headers: [['X-Foo', FAKE_KEY]] }));
  expect(inside.getByText('The call carries no credential.')).toBeTruthy();
  expect(inside.getAllByText(/^What looks like a key stands in/)).toHaveLength(2);
});

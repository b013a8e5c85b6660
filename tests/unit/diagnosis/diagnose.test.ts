import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../../lib/api/error-codes';
import { diagnose } from '../../../lib/diagnosis/diagnose';
import type { Diagnosis } from '../../../lib/diagnosis/diagnosis';
import { shownState } from '../../../lib/diagnosis/shown-state';
import type { Exchange } from '../../../lib/exchange/exchange';
import { loseEnd } from '../../../lib/exchange/lost-end';
import { absent, present } from '../../../lib/exchange/presence';
import type { Finding, Prediction } from '../../../lib/rules/rule';
import { type CallDescription, exchangeOf, FAKE_KEY } from '../support/exchange-of';

const refusal = (...codes: string[]) => ({
  errors: codes.map((code) => ({ code, message: `said ${code}` })),
});

function finding(rule: string, severity: Finding['severity'] = 'error', predicts?: Prediction): Finding {
  return {
    rule,
    severity,
    message: 'm',
    values: {},
    location: { type: 'call' },
    ...(predicts && { predicts }),
  };
}
const MISSING = finding('credentials-missing', 'error', { status: 401, code: 'missing_api_key' });
const BODY = finding('body-invalid-json', 'error', { status: 400, code: 'invalid_request_body' });
const INSECURE = finding('insecure-transport');
const WARNING = finding('bearer-case', 'warning');
const NOTICE = finding('key-exposed-to-page', 'notice');

const verdict = (call: CallDescription, ...findings: Finding[]) => diagnose(exchangeOf(call), findings);
const keyOf = ({ headline }: Diagnosis) =>
  headline.from === 'diagnosis' ? headline.key : headline.finding.rule;
const brief = (diagnosis: Diagnosis) => [diagnosis.outcome, diagnosis.state, keyOf(diagnosis)];
const of = (call: CallDescription, ...findings: Finding[]) => brief(verdict(call, ...findings));

describe('a refusal with a code', () => {
  it('is confirmed by the finding that predicts it', () => {
    const it = verdict({ status: 401, responseBody: refusal('missing_api_key') }, INSECURE, MISSING);
    expect(brief(it)).toEqual(['confirmed', 'error', 'credentials-missing']);
    expect(it.cause).toBe(MISSING);
    expect(it.findings).toEqual([MISSING, INSECURE]);
    expect(it.server).toEqual({
      code: 'missing_api_key',
      message: 'said missing_api_key',
      status: 401,
      retry: 'after-change',
    });
  });
  it('is confirmed by the second of several errors', () => {
    const it = verdict({ status: 400, responseBody: refusal('other', 'invalid_request_body') }, BODY);
    expect([it.outcome, it.server?.code]).toEqual(['confirmed', 'invalid_request_body']);
  });
  it('is contradicted where a finding predicts another', () => {
    expect(of({ status: 402, responseBody: refusal('not_enough_funds') }, MISSING)).toEqual([
      'contradicted',
      'error',
      'contradicted',
    ]);
  });
  it('is contradicted by an unknown code, too', () => {
    expect(of({ status: 401, responseBody: refusal('no_such_code') }, MISSING)[2]).toBe(
      'contradicted-unknown-code',
    );
  });
  it('is not contradicted by what predicts nothing', () => {
    expect(of({ status: 402, responseBody: refusal('not_enough_funds') }, INSECURE, WARNING)).toEqual([
      'unexplained',
      'error',
      'code-not_enough_funds',
    ]);
  });
  it.each(Object.keys(ERROR_CODES))('%s without a finding is explained by its own sentence', (code) => {
    expect(of({ status: 400, responseBody: refusal(code) })).toEqual([
      'unexplained',
      'error',
      `code-${code}`,
    ]);
  });
  it('shows an unknown code as it is', () => {
    const it = verdict({
      status: 418,
      responseBody: { error: { code: 'teapot', message: 'short and stout' } },
    });
    expect(keyOf(it)).toBe('code-unknown');
    expect(it.server).toMatchObject({ code: 'teapot', message: 'short and stout', retry: 'after-change' });
  });
  it.each([
    [405, 'status-405'],
    [429, 'status-429'],
    [404, 'code-unknown'],
  ])('with the status %i says what holds whatever an unknown code means', (status, key) => {
    const it = verdict({ status, responseBody: { error: { code: 'made_up', message: 'No.' } } });
    expect(keyOf(it)).toBe(key);
    expect(it.server?.code).toBe('made_up');
  });
  it.each([
    [405, 'method_not_allowed', 'call-undocumented'],
    [413, 'too_large', 'status-413'],
    [429, 'slow_down', 'status-429'],
    [429, 'rate_limit_exceeded', 'code-rate_limit_exceeded'],
  ])(
    'with the status %i `%s` says so in words, also beside a fault that predicts another',
    (status, code, key) => {
      const it = verdict({ method: 'GET', status, responseBody: refusal(code) }, MISSING);
      expect(brief(it)).toEqual(['contradicted', 'error', key]);
      expect(it.findings).toEqual([MISSING]);
      expect(it.server?.code).toBe(code);
    },
  );
  it('compares a path that is none of the API’s with the documented ones, whatever the code of its 404', () => {
    const url = 'https://chat.infuzu.com/v1/chat/completions';
    const responseBody = { error: { code: 'not_found', message: 'No.' } };
    expect(of({ url, status: 404, responseBody })[2]).toBe('call-undocumented');
  });
  it.each([
    ['GET', 'https://chat.infuzu.com/api/llm-response', 405],
    ['GET', 'https://chat.infuzu.com/api/v1/chat/completions', 404],
    ['POST', 'https://chat.infuzu.com/api/llm-respons', 404],
    ['POST', 'https://chat.infuzu.com/api/llm-response/', 404],
    ['POST', 'https://chat.infuzu.com/api/api/llm-response', 404],
    ['POST', 'https://chat.infuzu.com/v1/chat/completions', 405],
    ['POST', 'http://localhost:3000/v1/chat/completions', 404],
    ['POST', 'https://infuzu.com/api/llm-response', 404],
    ['POST', 'https://api.infuzu.com/v1/chat/completions', 404],
    ['POST', 'https://admin.infuzu.com/v1/chat/completions', 405],
  ])('names the documented calls where %s %s is none and gets %i', (method, url, status) => {
    for (const body of [{}, { responseBody: '' }, { responseBody: refusal('made_up') }])
      expect(of({ method, url, status, ...body })).toEqual(['unexplained', 'error', 'call-undocumented']);
  });
  it.each([
    ['POST', 'https://chat.infuzu.com/api/llm-response?x=1', 404, 'status-404'],
    ['POST', 'https://chat.infuzu.com/api/v1/chat/completions', 405, 'status-405'],
    ['POST', 'http://localhost:3000/prefix/api/llm-response', 404, 'status-404'],
    ['GET', 'https://admin.infuzu.com/api/usage', 404, 'status-404'],
    ['DELETE', 'https://clockwise.infuzu.com/jobs', 405, 'status-405'],
    ['GET', 'https://chat.infuzu.com/api/llm-response', 410, 'status-4xx'],
    ['GET', 'https://chat.infuzu.com/api/llm-response', 503, 'status-gateway'],
  ])('does not where %s %s gets %i', (method, url, status, key) => {
    expect(of({ method, url, status, responseBody: '' })[2]).toBe(key);
  });
  it.each([
    ['GET', 'https://chat.infuzu.com/api/llm-response'],
    ['POST', 'https://chat.infuzu.com/v1/chat/completions'],
    ['POST', 'https://www.infuzu.com/api/llm-response'],
    ['POST', 'https://api.infuzu.com/v1/chat/completions/'],
  ])('warns of a curl line that asks for none: %s %s', (method, url) => {
    expect(of({ source: 'curl', method, url })).toEqual(['clean', 'warning', 'undocumented-unanswered']);
  });
  it('blames no fetch where curl did not follow a redirect', () => {
    const redirect = {
      status: 308,
      responseHeaders: [['Location', 'https://chat.infuzu.com/api/x']] as const,
      responseBody: '',
    };
    expect(of({ source: 'curl', ...redirect })).toEqual(['clean', 'notice', 'redirect-of-curl']);
    expect(of(redirect)).toEqual(['clean', 'notice', 'redirect-not-followed']);
  });
  it('says what the server says, where it is no documented error', () => {
    const verdict = of({ status: 422, responseBody: { detail: 'A `role` is missing.' } });
    expect(verdict).toEqual(['unexplained', 'error', 'status-words']);
    expect(of({ status: 401, responseBody: { detail: 'No.' } })[2]).toBe('status-401');
  });
  it('counts on a success, too', () => {
    expect(of({ status: 200, responseBody: refusal('invalid_api_key') })[0]).toBe('unexplained');
  });
  it('gives no advice on a key that was not recorded', () => {
    expect(of({ headers: null, status: 401, responseBody: refusal('invalid_api_key') })[2]).toBe(
      'key-not-recorded',
    );
    expect(of({ headers: null, status: 402, responseBody: refusal('not_enough_funds') })[2]).toBe(
      'code-not_enough_funds',
    );
  });
  it('gives no advice on a key that was masked in the record', () => {
    const masked = { headers: [['Infuzu-API-Key', '[redacted]'] as const], status: 401 };
    expect(of({ ...masked, responseBody: refusal('invalid_api_key') })[2]).toBe('key-not-recorded');
  });
});

describe('a refusal of a call of the dashboard, which logs in by cookie', () => {
  const usage = {
    url: 'https://admin.infuzu.com/api/usage',
    method: 'GET',
    body: null,
    headers: [] as readonly (readonly [string, string])[] | null,
    initiator: { origin: 'https://admin.infuzu.com', page: true },
  };
  it.each([
    [401, { responseBody: '' }],
    [403, { responseBody: '' }],
    [401, {}],
    [403, { headers: null }],
    [401, { responseBody: refusal('missing_api_key') }],
    [401, { responseBody: refusal('invalid_api_key') }],
    [403, { responseBody: refusal('made_up') }],
  ])('lays it to the login and to no key: %d %o', (status, more) => {
    expect(of({ ...usage, status, ...more })).toEqual(['unexplained', 'error', 'login-refused']);
  });
  it.each([
    [404, {}, 'status-404'],
    [402, { responseBody: refusal('not_enough_funds') }, 'code-not_enough_funds'],
    [401, { headers: [['Infuzu-API-Key', FAKE_KEY] as const], responseBody: '' }, 'status-401'],
    [401, { initiator: { origin: 'https://app.example.com', page: true }, responseBody: '' }, 'status-401'],
    [401, { url: 'https://chat.infuzu.com/api/usage', responseBody: '' }, 'status-401'],
  ])('says nothing of it elsewhere: %d %o', (status, more, key) => {
    expect(of({ ...usage, status, ...more })[2]).toBe(key);
  });
});

describe('a refusal without a code', () => {
  it('says nothing of a key that was not recorded', () => {
    expect(of({ headers: null, status: 401 })).toEqual(['unexplained', 'error', 'headers-unknown']);
    expect(of({ headers: null, status: 404 })[2]).toBe('status-404');
  });
  it('is predicted where a finding predicts its status', () => {
    expect(of({ status: 401 }, MISSING)).toEqual(['predicted', 'error', 'credentials-missing']);
  });
  it('is contradicted where findings predict another status', () => {
    expect(of({ status: 502, responseBody: '<html>' }, MISSING)).toEqual([
      'contradicted',
      'error',
      'contradicted-status',
    ]);
  });
  it('says in words what a status means by itself, also beside a fault that predicts another', () => {
    const it = verdict({ method: 'GET', status: 405 }, MISSING);
    expect(brief(it)).toEqual(['contradicted', 'error', 'call-undocumented']);
    expect(it.findings).toEqual([MISSING]);
  });
  it.each([
    [401, 'status-401'],
    [403, 'status-403'],
    [404, 'status-404'],
    [405, 'status-405'],
    [413, 'status-413'],
    [429, 'status-429'],
    [418, 'status-4xx'],
    [500, 'status-5xx'],
    [502, 'status-gateway'],
    [503, 'status-gateway'],
    [504, 'status-gateway'],
  ])('%d without a finding is %s', (status, key) => {
    expect(of({ status, responseBody: 'x' })).toEqual(['unexplained', 'error', key]);
  });
  it.each([
    [401, 'reason-unseen'],
    [403, 'reason-unseen'],
    [418, 'reason-unseen'],
    [404, 'status-404'],
    [502, 'status-gateway'],
  ])('%d without a finding whose answer nobody saw is %s', (status, key) => {
    expect(of({ status })).toEqual(['unexplained', 'error', key]);
  });
  it('is told by CORS where CORS hides it', () => {
    const hidden = finding('response-hidden-by-cors');
    expect(of({ status: 401, error: 'net::ERR_FAILED' }, INSECURE, hidden)).toEqual([
      'stopped',
      'error',
      'response-hidden-by-cors',
    ]);
  });
});

describe('a success', () => {
  it('without findings is clean', () => expect(of({ status: 200 })).toEqual(['clean', 'clean', 'clean']));
  it('with a notice is clean', () =>
    expect(of({ status: 200 }, NOTICE)).toEqual(['clean', 'notice', 'clean']));
  it('with an HTML page for an answer is none, unless no chat was asked for', () => {
    const page = { status: 200, responseBody: '<!doctype html><title>Login</title>', mimeType: 'text/html' };
    expect(of(page)).toEqual(['unexplained', 'error', 'answer-html']);
    expect(of(page, WARNING)[2]).toBe('answer-html');
    expect(of({ ...page, method: 'GET' })[2]).toBe('clean');
    expect(of({ ...page, url: 'https://chat.infuzu.com/other' })[2]).toBe('clean');
    for (const responseBody of ['data: {}\n\n', '{"results": {', ''])
      expect(of({ ...page, responseBody })[2]).toBe('clean');
  });
  it('of a record that may lack the auth header is clean, and says nothing of its form', () => {
    const left = (call: CallDescription, ...findings: Finding[]) => {
      const exchange = exchangeOf(call);
      const request = { ...exchange.request, credentials: absent('not-recorded') };
      return diagnose({ ...exchange, request }, findings);
    };
    expect(brief(left({ status: 200 }))).toEqual(['clean', 'clean', 'auth-header-unknown']);
    expect(shownState({ diagnosis: left({ status: 200 }, NOTICE) })).toBe('clean');
    expect(brief(left({ status: 401 }))).toEqual(['unexplained', 'error', 'auth-header-unknown']);
    expect(shownState({ diagnosis: left({ status: 401 }, NOTICE) })).toBe('error');
  });
  it('with a warning says the warning', () => {
    expect(of({ status: 200 }, WARNING, NOTICE)).toEqual(['clean', 'warning', 'bearer-case']);
  });
  it('tolerates an error that predicts a refusal', () => {
    const it = verdict({ status: 200 }, MISSING);
    expect(brief(it)).toEqual(['tolerated', 'error', 'tolerated']);
    expect(it.headline).toMatchObject({ finding: MISSING, values: { status: '200' } });
  });
  it('says an error that predicts nothing in its own words', () => {
    expect(of({ status: 200 }, INSECURE)).toEqual(['tolerated', 'error', 'insecure-transport']);
  });
  it('that CORS hides is not tolerated, but kept from the code', () => {
    const hidden = finding('response-hidden-by-cors');
    expect(of({ status: 200, error: 'net::ERR_FAILED' }, hidden)).toEqual([
      'stopped',
      'error',
      'response-hidden-by-cors',
    ]);
  });
  it('that was cut off says so', () => {
    expect(of({ status: 200, error: 'net::ERR_INCOMPLETE_CHUNKED_ENCODING' })).toEqual([
      'unexplained',
      'error',
      'interrupted',
    ]);
  });
  it('that was cut off says so before what may fail elsewhere', () => {
    expect(of({ status: 200, error: 'net::ERR_CONNECTION_RESET' }, WARNING)[2]).toBe('interrupted');
  });
  it.each(['net::ERR_ABORTED', 'NS_BINDING_ABORTED'])('that the page gave up is no fault (%s)', (error) => {
    expect(of({ status: 200, error })).toEqual(['clean', 'notice', 'given-up']);
    expect(of({ status: 200, error }, WARNING)).toEqual(['clean', 'warning', 'bearer-case']);
  });
  it('of a beacon that outlives its page was not given up: nobody waits for it', () => {
    expect(of({ status: 200, error: 'net::ERR_ABORTED', resourceType: 'beacon' })[2]).toBe('clean');
  });
  it('304 is clean', () => expect(of({ status: 304 })).toEqual(['clean', 'clean', 'not-modified']));
});

describe('a redirect', () => {
  const hop: CallDescription = { status: 307, redirectUrl: 'https://chat.infuzu.com/api/v2' };
  it('says where it leads', () => {
    const it = verdict(hop);
    expect(brief(it)).toEqual(['clean', 'clean', 'redirected']);
    expect(it.headline).toMatchObject({ values: { url: 'https://chat.infuzu.com/api/v2' } });
  });
  it('that the code does not follow is no failure', () =>
    expect(of({ ...hop, error: 'net::ERR_ABORTED' })).toEqual(['clean', 'notice', 'redirect-not-followed']));
  it('that Firefox ends as any other answer was not followed either', () => {
    const { redirect: _, ...ended } = {
      ...exchangeOf({ ...hop, responseHeaders: [['Location', '/api/v2']] }),
      state: 'completed' as const,
    };
    const it = diagnose(ended, []);
    expect(brief(it)).toEqual(['clean', 'notice', 'redirect-not-followed']);
    expect(it.headline).toMatchObject({ values: { url: 'https://chat.infuzu.com/api/v2' } });
  });
  it('without a target is an answer like another', () => {
    const { redirect: _, ...ended } = {
      ...exchangeOf({ ...hop, responseHeaders: [] }),
      state: 'completed' as const,
    };
    expect(brief(diagnose(ended, []))).toEqual(['clean', 'clean', 'clean']);
  });
  it('with an error predicts', () =>
    expect(of(hop, INSECURE)).toEqual(['predicted', 'error', 'insecure-transport']));
});

describe('no answer', () => {
  const pending = (...findings: Finding[]) =>
    brief(diagnose({ ...exchangeOf({}), state: 'pending', response: absent('pending') }, findings));
  it('pending without a finding waits', () => expect(pending()).toEqual(['clean', 'pending', 'pending']));
  it('pending with an error predicts', () => {
    expect(pending(MISSING)).toEqual(['predicted', 'predicted-error', 'credentials-missing']);
  });
  it('pending with a notice still waits', () =>
    expect(pending(NOTICE)).toEqual(['clean', 'pending', 'pending']));
  it('in a file', () => {
    expect(of({})).toEqual(['clean', 'notice', 'answer-not-recorded']);
    expect(of({ headers: null })).toEqual(['clean', 'notice', 'nothing-recorded']);
    expect(of({ headers: null, status: 200 })).toEqual(['clean', 'notice', 'headers-not-recorded']);
    expect(of({ source: 'curl' })).toEqual(['clean', 'clean', 'clean-unanswered']);
    const headers = [['Authorization', 'Bearer [redacted]']] as const;
    expect(of({ source: 'curl', headers })).toEqual(['clean', 'clean', 'clean-key-untold']);
    expect(of({}, MISSING)).toEqual(['predicted', 'predicted-error', 'credentials-missing']);
    expect(of({}, WARNING)).toEqual(['clean', 'warning', 'bearer-case']);
  });
  it.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'failed-name'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'failed-certificate'],
    ['net::ERR_FAILED', 'credentials-missing'],
  ])(
    'of a server that never saw the call has no fault of the request for its cause: %s',
    (error, headline) => {
      expect(of({ status: 0, error }, MISSING)[2]).toBe(headline);
    },
  );
  it('whose end went by unseen', () => {
    const exchange: Exchange = { ...exchangeOf({}), state: 'unknown-end', response: absent('missed') };
    expect(brief(diagnose(exchange, []))).toEqual(['clean', 'notice', 'unknown-end']);
  });
  it.each(['silent', 'no-request', 'devtools-lost', 'saved'] as const)('and says why: %s', (lostEnd) => {
    const exchange: Exchange = loseEnd({ ...exchangeOf({}), response: absent('pending') }, lostEnd);
    expect(brief(diagnose(exchange, []))).toEqual(['clean', 'notice', `unknown-end-${lostEnd}`]);
    expect(brief(diagnose(exchange, [MISSING]))).toEqual([
      'predicted',
      'predicted-error',
      'credentials-missing',
    ]);
    const answered = loseEnd(exchangeOf({ status: 200 }), lostEnd);
    expect(brief(diagnose(answered, []))).toEqual(['clean', 'notice', `unknown-end-${lostEnd}`]);
  });
  it('because nothing was ever sent', () => {
    const exchange: Exchange = { ...exchangeOf({}), state: 'never-sent', response: absent('failed') };
    expect(brief(diagnose(exchange, []))).toEqual(['stopped', 'error', 'never-sent']);
    const credentials = { api: 'fetch', credentials: [], thrown: 'TypeError: Invalid name' } as const;
    const named = diagnose(
      { ...exchange, written: present({ ...credentials, oddHeader: 'Infuzu API\u200bKey ' }) },
      [MISSING],
    );
    expect(named.headline).toMatchObject({ key: 'never-sent-name', values: { header: 'Infuzu␣API␣Key␣' } });
    const odd = finding('key-characters');
    expect(brief(diagnose(exchange, [odd]))).toEqual(['stopped', 'error', 'key-characters']);
  });
  it('because the browser refused it, whatever the server would have said', () => {
    const exchange: Exchange = {
      ...exchangeOf({}),
      state: 'never-sent',
      response: absent('failed'),
      error: { text: 'blocked:origin' },
    };
    expect(brief(diagnose(exchange, [MISSING]))).toEqual(['stopped', 'error', 'failed-blocked-by-mode']);
  });
  it.each([
    ['net::ERR_CONNECTION_REFUSED', 'failed-refused'],
    ['NS_ERROR_CONNECTION_REFUSED', 'failed-refused'],
    ['net::ERR_NAME_NOT_RESOLVED', 'failed-name'],
    ['NS_ERROR_UNKNOWN_HOST', 'failed-name'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'failed-certificate'],
    ['MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT', 'failed-certificate'],
    ['SEC_ERROR_UNKNOWN_ISSUER', 'failed-certificate'],
    ['SSL_ERROR_BAD_CERT_DOMAIN', 'failed-certificate'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'failed-tls'],
    ['net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED', 'failed-tls'],
    ['net::ERR_ABORTED', 'failed-aborted'],
    ['NS_BINDING_ABORTED', 'failed-aborted'],
    ['net::ERR_BLOCKED_BY_CLIENT', 'failed-blocked-by-extension'],
    ['net::ERR_BLOCKED_BY_CSP', 'failed-blocked-by-csp'],
    ['blocked:csp', 'failed-blocked-by-csp'],
    ['MIXED_CONTENT', 'failed-blocked-by-policy'],
    ['NS_ERROR_CONTENT_BLOCKED', 'failed-blocked-by-extension'],
    ['net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin', 'failed-blocked-answer'],
    ['net::ERR_TIMED_OUT', 'failed-timed-out'],
    ['NS_ERROR_NET_TIMEOUT', 'failed-timed-out'],
    ['net::ERR_CONNECTION_RESET', 'failed-reset'],
    ['net::ERR_EMPTY_RESPONSE', 'failed-reset'],
    ['NS_ERROR_NET_RESET', 'failed-reset'],
    ['NS_ERROR_NET_INTERRUPT', 'failed-reset'],
    ['net::ERR_HTTP2_PROTOCOL_ERROR', 'failed-reset'],
    ['net::ERR_INTERNET_DISCONNECTED', 'failed-offline'],
    ['NS_ERROR_OFFLINE', 'failed-offline'],
    ['net::ERR_TOO_MANY_REDIRECTS', 'failed-too-many-redirects'],
    ['NS_ERROR_REDIRECT_LOOP', 'failed-too-many-redirects'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'failed-proxy'],
    ['NS_ERROR_PROXY_CONNECTION_REFUSED', 'failed-proxy'],
    ['net::ERR_FAILED', 'failed-unspecific'],
    ['NS_ERROR_DOM_BAD_URI', 'failed-unspecific'],
    ['net::ERR_SOMETHING_NEW', 'failed-other'],
  ])('%s is %s', (error, key) => {
    const it = verdict({ error });
    const isChoice = key === 'failed-aborted';
    const isStopped = key.startsWith('failed-blocked-by-');
    expect(keyOf(it)).toBe(key);
    expect(it.outcome).toBe(isChoice ? 'clean' : isStopped ? 'stopped' : 'unexplained');
    expect(it.state).toBe(isChoice ? 'notice' : 'error');
  });
  it('and no error text', () => expect(of({ status: 0 })[2]).toBe('failed-silent'));
  it('is explained by what the browser refuses before any other error', () => {
    const mixed = finding('mixed-content-blocked');
    expect(of({ error: 'net::ERR_FAILED' }, MISSING, mixed)).toEqual([
      'stopped',
      'error',
      'mixed-content-blocked',
    ]);
  });
  it('is that what the browser says, when it says that it sent nothing: no fault of the request is the cause', () => {
    expect(of({ error: 'blocked:csp' }, MISSING)).toEqual(['stopped', 'error', 'failed-blocked-by-csp']);
    expect(of({ error: 'net::ERR_CONNECTION_RESET' }, MISSING)[0]).toBe('predicted');
    expect(of({ error: 'net::ERR_CONNECTION_REFUSED' }, MISSING)[2]).toBe('failed-refused');
    expect(of({ error: 'NS_ERROR_NET_TIMEOUT' }, MISSING)[2]).toBe('failed-timed-out');
    const mixed = finding('mixed-content-blocked');
    expect(of({ error: 'MIXED_CONTENT' }, MISSING, mixed)[2]).toBe('mixed-content-blocked');
  });
});

it('a refused connection comes of `http:` where the address has it', () => {
  const insecure = finding('insecure-transport');
  expect(of({ error: 'net::ERR_CONNECTION_REFUSED' }, MISSING, insecure)[2]).toBe('insecure-transport');
  expect(of({ error: 'net::ERR_NAME_NOT_RESOLVED' }, MISSING, insecure)[2]).toBe('failed-name');
});

describe('a preflight', () => {
  const asks: CallDescription = {
    method: 'OPTIONS',
    body: null,
    headers: [['Access-Control-Request-Method', 'POST']],
  };
  const responseHeaders = [['Access-Control-Allow-Origin', '*']] as const;
  it('that is allowed', () => {
    const paired = { callOfPreflight: exchangeOf({}) };
    const preflight = exchangeOf({ ...asks, status: 204, responseHeaders });
    expect(brief(diagnose(preflight, [], paired))).toEqual(['clean', 'clean', 'preflight-allowed']);
    const withCookies = { callOfPreflight: exchangeOf({ options: ['credentials'] }) };
    expect(brief(diagnose(preflight, [], withCookies))[2]).toBe('preflight-refused');
    const answered = { callOfPreflight: exchangeOf({ options: ['credentials'], status: 200 }) };
    expect(brief(diagnose(preflight, [], answered))[2]).toBe('preflight-allowed');
  });
  it('that is allowed, and whose call is not there: it is no clean call', () => {
    expect(of({ ...asks, status: 204, responseHeaders })).toEqual(['clean', 'notice', 'preflight-alone']);
  });
  it('without a permission', () => {
    expect(of({ ...asks, status: 204 })).toEqual(['stopped', 'error', 'preflight-refused']);
  });
  it('that is refused', () => expect(of({ ...asks, status: 401 })[2]).toBe('preflight-refused'));
  it('that a rule explains', () => {
    expect(of({ ...asks, status: 401 }, finding('preflight-rejected'))).toEqual([
      'stopped',
      'error',
      'preflight-rejected',
    ]);
  });
});

describe('a part of a page', () => {
  const image: CallDescription = { method: 'GET', body: null, headers: [], resourceType: 'image' };
  it('is not judged', () =>
    expect(of({ ...image, status: 404 })).toEqual(['clean', 'clean', 'page-furniture']));
  it('shows an error all the same', () => {
    expect(of({ ...image, status: 200 }, INSECURE)).toEqual(['tolerated', 'error', 'insecure-transport']);
  });
});

describe('the severity', () => {
  it('is that of the gravest finding', () => {
    expect(verdict({ status: 200 }, WARNING, NOTICE).severity).toBe('warning');
    expect(verdict({ status: 200 }, NOTICE).severity).toBe('notice');
    expect(verdict({ status: 200 }).severity).toBeUndefined();
  });
  it('is error when the server refused', () => expect(verdict({ status: 500 }).severity).toBe('error'));
});

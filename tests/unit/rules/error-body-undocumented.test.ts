import { ruleCases } from '../support/rule-cases';

const answer = (responseBody: unknown, more: object = {}) => ({ status: 502, responseBody, ...more });

ruleCases('error-body-undocumented', {
  fires: [
    {
      name: 'a page with a title',
      call: answer('<!doctype html><title>502 Bad Gateway</title>', { mimeType: 'text/html' }),
      findings: [
        {
          message: 'html-titled',
          values: { status: '502', title: '502 Bad Gateway' },
          location: { type: 'response' },
        },
      ],
    },
    {
      name: 'a page without a title',
      call: answer('<html></html>', { mimeType: 'text/html' }),
      findings: [{ message: 'html' }],
    },
    { name: 'nothing', call: answer(''), findings: [{ message: 'empty' }] },
    { name: 'cut off', call: answer('{"errors":[{"code":"inv'), findings: [{ message: 'cut-off' }] },
    ...["{'error': 'x'}", '[Errno 111] Connection refused', '{"a":1}{"b":2}'].map((text) => ({
      name: `what is no JSON at all: ${text}`,
      call: answer(text),
      findings: [{ message: 'text' }],
    })),
    {
      name: 'other JSON',
      call: answer({ detail: 'Not found' }, { status: 404 }),
      findings: [{ message: 'json' }],
    },
    { name: 'errors that is no list', call: answer({ errors: 'no' }), findings: [{ message: 'json' }] },
    {
      name: 'errors that is empty',
      call: answer({ errors: [], warnings: [] }),
      findings: [{ message: 'no-errors' }],
    },
    {
      name: 'a stream',
      call: answer('data: {}\n\n', { mimeType: 'text/event-stream' }),
      findings: [{ message: 'event-stream' }],
    },
    {
      name: 'text',
      call: answer('upstream timed out', { mimeType: 'text/plain' }),
      findings: [{ message: 'text' }],
    },
    { name: 'nothing, and said so', call: answer('', { responseHeaders: [['Content-Length', '0']] }) },
  ],
  silent: [
    {
      name: 'the envelope with several',
      call: answer({ errors: [{ code: 'invalid_api_key', message: 'x' }] }, { status: 401 }),
    },
    {
      name: 'the envelope with one',
      call: answer({ error: { code: 'internal_server_error', message: 'x' } }, { status: 500 }),
    },
    {
      name: 'an unknown code',
      call: answer({ errors: [{ code: 'brand_new', message: 'x' }] }, { status: 400 }),
    },
    {
      name: 'a byte order mark in front',
      call: answer('\ufeff{"error":{"code":"x","message":"y"}}', { status: 400 }),
    },
  ],
  notApplicable: [
    { name: 'a success', call: answer({ results: {} }, { status: 200 }) },
    { name: 'a redirect', call: answer('', { status: 301, redirectUrl: 'https://chat.infuzu.com/x' }) },
    { name: 'a HEAD', call: answer('', { status: 404, method: 'HEAD', body: null }) },
    { name: 'a body that is not known', call: { status: 500 } },
    { name: 'a body that CORS hid', call: answer('', { status: 401, error: 'net::ERR_FAILED' }) },
    { name: 'a body of a beacon, which nobody is given', call: answer('', { resourceType: 'beacon' }) },
    {
      name: 'a body that was announced but not kept',
      call: answer('', { responseHeaders: [['Content-Length', '120']] }),
    },
    {
      name: 'the dashboard’s own call',
      call: answer({ detail: 'x' }, { url: 'https://admin.infuzu.com/api/x' }),
    },
    {
      name: 'a preflight',
      call: answer('', {
        method: 'OPTIONS',
        body: null,
        headers: [['Access-Control-Request-Method', 'POST']],
        status: 403,
      }),
    },
    { name: 'no answer', call: {} },
  ],
});

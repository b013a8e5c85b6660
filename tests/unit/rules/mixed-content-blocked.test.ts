import { ruleCases } from '../support/rule-cases';

const url = 'http://chat.infuzu.com/api/llm-response';
const initiator = { origin: 'https://app.example.com', page: true } as const;

ruleCases('mixed-content-blocked', {
  fires: [
    {
      name: 'an https page that called http, without an answer',
      call: { url, initiator, status: 0 },
      findings: [
        {
          message: 'blocked',
          values: { page: 'https://app.example.com' },
          location: { type: 'url', part: 'scheme' },
        },
      ],
    },
    { name: 'with Chromium’s error', call: { url, initiator, status: 0, error: 'net::ERR_FAILED' } },
    { name: 'with the reason in words', call: { url, initiator, status: 0, error: 'blocked:mixed-content' } },
    { name: 'without the error and the response', call: { url, initiator, error: 'net::ERR_FAILED' } },
    {
      name: 'the page told by its Origin header alone',
      call: { url, status: 0, headers: [['Origin', 'https://app.example.com']] },
    },
    {
      name: 'the page told by its Referer alone',
      call: { url, status: 0, headers: [['Referer', 'https://app.example.com/chat?x=1']] },
    },
  ],
  silent: [
    { name: 'an answer came', call: { url, initiator, status: 200 } },
    { name: 'an http page', call: { url, initiator: { origin: 'http://app.example.com' }, status: 0 } },
    { name: 'an unknown page', call: { url, status: 0, headers: [] } },
    { name: 'no end is known', call: { url, initiator } },
    {
      name: 'the connection was tried',
      call: { url, initiator, status: 0, error: 'net::ERR_NAME_NOT_RESOLVED' },
    },
    { name: 'the page gave up', call: { url, initiator, status: 0, error: 'net::ERR_ABORTED' } },
    {
      name: 'Firefox tried the connection',
      call: { url, initiator, status: 0, error: 'NS_ERROR_CONNECTION_REFUSED' },
    },
    {
      name: 'a host on this machine',
      call: { url: 'http://localhost:3000/api/llm-response', initiator, status: 0 },
    },
  ],
  notApplicable: [
    { name: 'https', call: { initiator, status: 0 } },
    {
      name: 'an image',
      call: {
        url: 'http://infuzu.com/a.png',
        initiator,
        status: 0,
        resourceType: 'image',
        method: 'GET',
        headers: [],
        body: null,
      },
    },
  ],
});

import { type CallDescription, CLEAN_HEADERS, exchangeOf, FAKE_KEY } from '../support/exchange-of';
import { ruleCases } from '../support/rule-cases';

const elsewhere = 'https://api.other.example/llm';
const hop = (url: string, statusText = '') =>
  exchangeOf({ url, status: 307, statusText, redirectUrl: 'https://chat.infuzu.com/api/llm-response' });

/** A server's redirect of one host from http to https, and the call that followed. */
const upgrade = (host: string, headers = CLEAN_HEADERS as CallDescription['headers'], statusText = '') => ({
  call: {
    url: `http://${host}/api/llm-response`,
    status: 307,
    statusText,
    redirectUrl: `https://${host}/api/llm-response`,
  },
  neighbours: {
    nextHop: exchangeOf({ url: `https://${host}/api/llm-response`, ...(headers && { headers }) }),
  },
});

ruleCases('credential-leaked-on-redirect', {
  fires: [
    {
      name: 'the key came along to another host',
      call: {},
      neighbours: { previousHop: hop('https://api.infuzu.com/api/llm-response') },
      findings: [
        {
          message: 'carried',
          values: { header: 'Infuzu-API-Key', from: 'https://api.infuzu.com', to: 'https://chat.infuzu.com' },
          location: { type: 'header', name: 'Infuzu-API-Key' },
        },
      ],
    },
    { name: 'to another port', call: {}, neighbours: { previousHop: hop('https://chat.infuzu.com:8443/x') } },
    {
      name: 'from https to http',
      call: { url: 'http://chat.infuzu.com/api/llm-response' },
      neighbours: { previousHop: hop('https://chat.infuzu.com/x') },
    },
    {
      name: 'from http to https of the same host: the scheme counts',
      ...upgrade('chat.infuzu.com'),
      findings: [
        {
          message: 'upgraded',
          values: { header: 'Infuzu-API-Key', from: 'http://chat.infuzu.com', to: 'https://chat.infuzu.com' },
          location: { type: 'header', name: 'Infuzu-API-Key' },
        },
      ],
    },
    {
      name: 'the redirect leads to somebody else',
      call: { status: 302, redirectUrl: elsewhere },
      findings: [{ message: 'target-unseen', values: { to: 'https://api.other.example' } }],
    },
  ],
  silent: [
    {
      name: 'the redirect leads to somebody else and is not followed',
      call: { status: 302, redirectUrl: elsewhere, error: 'net::ERR_ABORTED' },
    },
    { name: 'the same origin', call: {}, neighbours: { previousHop: hop('https://chat.infuzu.com/old') } },
    {
      name: 'the https hop of an upgrade: it is as it should be, and the fault is told on the hop before',
      call: {},
      neighbours: { previousHop: hop('http://chat.infuzu.com/api/llm-response') },
    },
    {
      name: 'an upgrade by the browser',
      call: {},
      neighbours: { previousHop: hop('http://chat.infuzu.com/api/llm-response', 'Internal Redirect') },
    },
    {
      name: 'an upgrade by the browser, seen from the hop that was never sent',
      ...upgrade('chat.infuzu.com', CLEAN_HEADERS, 'Internal Redirect'),
    },
    { name: 'an upgrade that was not followed', call: upgrade('chat.infuzu.com').call },
    { name: 'an upgrade that lost the key', ...upgrade('chat.infuzu.com', []) },
    { name: 'an upgrade on this machine', ...upgrade('localhost') },
    {
      name: 'Authorization is dropped by clients',
      call: { headers: [['Authorization', `Bearer ${FAKE_KEY}`]], status: 302, redirectUrl: elsewhere },
    },
    {
      name: 'no key is left',
      call: { headers: [] },
      neighbours: { previousHop: hop('https://api.infuzu.com/x') },
    },
    {
      name: 'the target is Infuzu’s and was not called',
      call: { status: 302, redirectUrl: 'https://api.infuzu.com/x' },
    },
  ],
  notApplicable: [
    { name: 'no redirect', call: { status: 200 } },
    { name: 'the headers were not recorded', call: { headers: null, status: 302, redirectUrl: elsewhere } },
  ],
});

import type { BrowserFailure, HeadlineTexts } from '../diagnosis-texts';

/** Calls that ended without an answer, by what the browser's error text tells. */
export const failures = {
  'failed-refused': {
    short: 'Connection refused',
    text: 'The computer at `{host}` refused the connection: nothing listens at this port, or a firewall is in between.',
  },
  'failed-name': {
    short: 'Host name not found',
    text: 'The host name `{host}` could not be found: check its spelling and the network’s name service.',
  },
  'failed-certificate': {
    short: 'Certificate not trusted',
    text: 'The certificate of `{host}` is not trusted (`{error}`): most often it is out of date, made for another name, or replaced by a proxy that inspects the traffic.',
  },
  'failed-tls': {
    short: 'No secure connection',
    text: 'No secure connection to `{host}` could be set up (`{error}`): the two sides did not agree on TLS.',
  },
  'failed-aborted': {
    short: 'Aborted by the page',
    text: 'The page itself gave the call up before there was an answer: its code aborted it, or the page was left.',
  },
  'failed-blocked-by-extension': {
    short: 'Blocked by an extension',
    text: 'An extension of the browser, for example an ad blocker, or its tracking protection blocked the call before it was sent.',
  },
  'failed-blocked-by-csp': {
    short: 'Stopped by the page’s CSP',
    text: 'The page’s Content-Security-Policy stopped the call before it was sent: its `connect-src` has to allow `{host}`.',
  },
  'failed-blocked-by-policy': {
    short: 'Blocked by a policy',
    text: 'The browser blocked the call before it was sent (`{error}`): one of its rules does not allow it.',
  },
  'failed-blocked-by-port': {
    short: 'Port blocked by browsers',
    text: 'Browsers do not call the port of this address, which belongs to another protocol, so nothing was sent: serve `{host}` at another port.',
  },
  'failed-blocked-by-mode': {
    short: 'Never sent: `mode: "same-origin"`',
    text: '`mode: "same-origin"` forbids calls to another origin such as `{host}`, so nothing was sent: leave it out.',
  },
  'failed-blocked-by-keepalive': {
    short: 'Never sent: over 64 KiB with `keepalive`',
    text: 'Beacons and calls with `keepalive` may send 64 KiB at most, so nothing was sent: send less, or leave `keepalive` out.',
  },
  'failed-blocked-integrity': {
    short: '{status}, refused by its `integrity` hash',
    text: 'The server answered {status}, but the browser refused the body: it does not have the hash that the code asks for with `integrity`.',
  },
  'failed-blocked-answer': {
    short: 'Answer withheld by the browser',
    text: 'The browser withheld the answer from the page (`{error}`): a header of the answer or the kind of its content does not allow its use by another site.',
  },
  'failed-timed-out': {
    short: 'Timed out',
    text: 'The call to `{host}` got no answer in time: the network, a firewall or the server kept it waiting.',
  },
  'failed-reset': {
    short: 'Connection cut off',
    text: 'The connection to `{host}` was cut off before the answer was complete (`{error}`); the same call may succeed when it is sent again.',
  },
  'failed-offline': {
    short: 'No network',
    text: 'There was no way to `{host}` (`{error}`): the computer was offline, changed its network during the call, or cannot reach that address.',
  },
  'failed-too-many-redirects': {
    short: 'Redirected too often',
    text: 'The call was redirected so often that it was given up; most often such redirects lead in a circle.',
  },
  'failed-proxy': {
    short: 'Proxy failed',
    text: 'The proxy between this computer and `{host}` did not let the call through (`{error}`).',
  },
  'failed-unspecific': {
    short: 'Failed, most often by CORS',
    text: 'The browser gave the call up without naming a reason (`{error}`), which most often means that CORS does not allow it: look at the preflight and at the server’s `Access-Control-Allow-Origin`; a call with `credentials: "include"` needs the page’s origin there, not `*`, and `Access-Control-Allow-Credentials: true`.',
  },
  'failed-other': {
    short: 'Failed: `{error}`',
    text: 'The call was given up with `{error}`, and no answer of the server is known.',
  },
  'failed-silent': {
    short: 'No answer',
    text: 'The call ended without an answer of the server, and the record does not say why: it was blocked, aborted, or the connection failed.',
  },
} as const satisfies Readonly<Record<`failed-${BrowserFailure}`, HeadlineTexts>>;

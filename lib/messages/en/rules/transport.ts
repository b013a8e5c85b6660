import type { RuleTexts } from '../../rule-texts';

export const transportRules = {
  'insecure-transport': {
    description:
      'Infuzu is reached over https only. What a call to `http:` carries can be read by everyone on the way, and a redirect to https comes too late: by then the first request has been sent.',
    messages: {
      key: {
        short: 'Key sent over `http:`, revoke it',
        text: 'The key in `{header}` travels over `http:`, without encryption: revoke it.',
      },
      'key-before-redirect': {
        short: 'Key sent over `http:` before the redirect',
        text: 'The key in `{header}` travelled over `http:`, without encryption, before the redirect to https: revoke it.',
      },
      'key-in-url': {
        short: 'Key sent over `http:`, revoke it',
        text: 'The key in the URL travels over `http:`, without encryption: revoke it.',
      },
      'no-key': {
        short: 'Called over `http:`',
        text: 'The call travels over `http:`, without encryption; Infuzu is reached over https only.',
      },
      unsent: {
        short: 'Called over `http:`',
        text: 'The URL begins with `http:`, and Infuzu is reached over https only. The call was not sent, so no key was exposed.',
      },
    },
    remedy:
      'Write `https:` in the URL. If a key was on the call, revoke it in the dashboard and create a new one.',
  },
  'mixed-content-blocked': {
    description:
      'A page that was loaded over https may not call `http:`. The browser stops such a call before anything is sent, and the page’s code sees a network error without a status.',
    messages: {
      blocked: {
        short: 'Browser blocked the `http:` call',
        text: 'The page `{page}` was loaded over https but called `http:`, so the browser stopped the call before anything was sent.',
      },
    },
    remedy: 'Write `https:` in the URL of the call.',
  },
  'key-in-url': {
    description:
      'URLs are kept where keys must not be: in the browser’s history, in the logs of servers and proxies, in `Referer` headers. Infuzu reads the key from a header only.',
    messages: {
      query: {
        short: 'Key in the query: `{name}`',
        text: 'The query parameter `{name}` holds a key; Infuzu reads keys from a header only, and whoever sees the URL can read it.',
      },
      fragment: {
        short: 'Key in the fragment: `{name}`',
        text: 'The fragment parameter `{name}` holds a key; a fragment is never sent to the server, but it stays in the browser’s history.',
      },
      'header-key-in-query': {
        short: 'Key also in the query: `{name}`',
        text: 'The query parameter `{name}` holds the same key as the auth header, so whoever sees the URL can read it.',
      },
      'header-key-in-fragment': {
        short: 'Key also in the fragment: `{name}`',
        text: 'The fragment parameter `{name}` holds the same key as the auth header, so it stays in the browser’s history.',
      },
      'bare-query': {
        short: 'Key in the query',
        text: 'The query holds the same key as the auth header, so whoever sees the URL can read it.',
      },
      'bare-fragment': {
        short: 'Key in the fragment',
        text: 'The fragment holds the same key as the auth header, so it stays in the browser’s history.',
      },
      'bare-key': {
        short: 'Key in the URL',
        text: 'The URL holds what has the shape of a key; Infuzu reads keys from a header only, and whoever sees the URL can read it.',
      },
      userinfo: {
        short: 'Credentials before the `@` of the URL',
        text: 'The URL holds credentials in front of the `@`; Infuzu reads keys from a header only, and whoever sees the URL can read them.',
      },
    },
    remedy:
      'Send the key in the `Infuzu-API-Key` header and take it out of the URL. A key that stood in a URL is best revoked.',
  },
  'credential-lost-on-redirect': {
    description:
      'When a redirect leads to another origin (the scheme counts), browsers leave `Authorization` out of the next request. The server there sees a call without a key.',
    messages: {
      'other-origin': {
        short: 'Redirect dropped `Authorization`',
        text: '`Authorization` was lost on the redirect from `{from}` to another origin, `{to}`.',
      },
      'same-origin': {
        short: 'Redirect dropped `Authorization`',
        text: 'The first request to `{from}` carried `Authorization`, the one after the redirect no longer does.',
      },
      'another-key-kept': {
        short: 'Redirect dropped `Authorization`',
        text: '`Authorization` was lost on the redirect from `{from}` to `{to}`; only the other key header is left.',
      },
    },
    remedy: 'Call the address that the redirect leads to, so that no redirect is needed.',
  },
  'credential-leaked-on-redirect': {
    description:
      'When a redirect leads to another origin, browsers drop `Authorization` but keep headers of your own, `Infuzu-API-Key` and `X-Infuzu-API-Key` among them. Whoever runs that origin receives the key.',
    messages: {
      carried: {
        short: 'Redirect carried the key to another origin',
        text: 'The redirect from `{from}` led to another origin, and `{header}` was sent to `{to}` with the key in it.',
      },
      upgraded: {
        short: 'Redirect carried the key on to https',
        text: 'The redirect from `{from}` to `{to}` counts as one to another origin because the scheme differs, and `{header}` was sent to both with the key in it, to the first without encryption.',
      },
      'target-unseen': {
        short: 'Redirect leads the key to another origin',
        text: 'The answer of `{from}` redirects the call to another origin, `{to}`, and clients that follow it send `{header}` there with the key in it.',
      },
    },
    remedy:
      'Call the final address directly, or do not follow redirects. Revoke the key if the other origin is not yours.',
  },
  'tls-outdated': {
    description:
      'Infuzu requires TLS 1.2 or newer. Older versions have known weaknesses, and a proxy or an old client library on the way is the usual reason for them.',
    messages: {
      outdated: {
        short: 'Connection uses `{version}`',
        text: 'The connection uses `{version}`; Infuzu requires TLS 1.2 or newer.',
      },
    },
    remedy:
      'Update the client, and look for a proxy or a virus scanner that opens the connection: it should offer TLS 1.2 or newer.',
  },
  'preflight-rejected': {
    description:
      'Before a page’s call with an auth header or a JSON body, the browser asks the server with an `OPTIONS` request whether it may. If the answer does not permit the origin, the method and every header, the call is never sent and the page’s code sees a network error.',
    messages: {
      headers: {
        short: {
          one: 'Preflight refused: `{first}`',
          other: 'Preflight refused: `{first}` and {more} more',
        },
        text: {
          one: 'The answer to the preflight does not permit the header {names}, so the browser did not send the call; the server would have to answer `{needed}`.',
          other:
            'The answer to the preflight does not permit the headers {names}, so the browser did not send the call; the server would have to answer `{needed}`.',
        },
      },
      method: {
        short: 'Preflight refused: method `{method}`',
        text: 'The answer to the preflight does not permit the method `{method}`, so the browser did not send the call; the server would have to answer `{needed}`.',
      },
      'origin-missing': {
        short: 'Preflight refused: no CORS permission',
        text: 'The answer to the preflight has no `Access-Control-Allow-Origin`, so the browser did not send the call; the server would have to answer `{needed}`.',
      },
      'origin-other': {
        short: 'Preflight refused: another origin',
        text: 'The answer to the preflight permits `{value}` and not the page’s origin, so the browser did not send the call; the server would have to answer `{needed}`.',
      },
      credentials: {
        short: 'Preflight refused: cookies',
        text: 'The answer to the preflight does not permit cookies (`credentials: "include"`, `withCredentials`), so the browser did not send the call; leave them out, or the server would have to answer {needed}.',
      },
      status: {
        short: 'Preflight refused with {status}',
        text: 'The preflight was answered with {status}, so the browser did not send the call; the server would have to answer with 204, `{origin}`, `{methods}` and `{headers}`.',
      },
      redirect: {
        short: 'Preflight was redirected',
        text: 'The preflight was answered with the redirect {status}, which browsers do not follow, so the call was not sent.',
      },
      upgraded: {
        short: 'Preflight was redirected to https',
        text: 'The browser itself redirected the preflight of this `http:` call, as it does for a host that it may only call over https (HSTS), and no preflight may be redirected, so the call was not sent.',
        remedy: 'Write `https:` in the URL of the call.',
      },
      'no-answer': {
        short: 'Preflight got no answer',
        text: 'The preflight got no answer, so the browser did not send the call; the server would have to answer with 204, `{origin}`, `{methods}` and `{headers}`.',
      },
    },
    remedy:
      'Send only the headers that the server permits, or call Infuzu from your own server, where no preflight is needed and the key stays secret. Whoever runs the server adds the header that is named here.',
  },
  'response-hidden-by-cors': {
    description:
      'The server answered, but its answer does not permit the page’s origin to read it. The browser keeps it back, and the page’s code sees a network error without status or body.',
    messages: {
      missing: {
        short: 'CORS hid this {status} from the page',
        text: 'The server answered `{answer}`, but without `Access-Control-Allow-Origin`, so the page’s code saw a network error; the server would have to answer `{needed}`.',
      },
      'other-origin': {
        short: 'CORS hid this {status} from the page',
        text: 'The server answered `{answer}`, but permits only `{allowed}` to read it, so the page’s code saw a network error; the server would have to answer `{needed}`.',
      },
      credentials: {
        short: 'CORS hid this {status} from the page',
        text: 'The server answered `{answer}`, but does not permit cookies (`credentials: "include"`, `withCredentials`), so the page’s code saw a network error; leave them out, or the server would have to answer {needed}.',
      },
    },
    remedy:
      'Mend what the server answered, if it is an error; or call Infuzu from your own server, where CORS does not apply and the key stays secret.',
  },
} as const satisfies Record<string, RuleTexts>;

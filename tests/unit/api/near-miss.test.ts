import { describe, expect, it } from 'vitest';
import { AUTH_HEADERS } from '../../../lib/api/auth-headers';
import { nearMissOf } from '../../../lib/api/near-miss';

const KEY_HEADER = [
  // Another API's name
  'Api-Key',
  'api-key',
  'X-API-Key',
  'x-api-key',
  'ApiKey',
  'X-ApiKey',
  'X-Api-Token',
  'X-Auth-Token',
  'X-Access-Token',
  'Access-Token',
  'Token',
  'Key',
  'X-Key',
  'X-Token',
  'X-Goog-Api-Key',
  'OpenAI-Api-Key',
  'xi-api-key',
  'Ocp-Apim-Subscription-Key',
  'Private-Token',
  'api_key',
  'apiKey',
  'Bearer-Token',
  'Auth-Key',
  // Separators
  'Infuzu_API_Key',
  'InfuzuApiKey',
  'infuzuapikey',
  'INFUZU_API_KEY',
  'Infuzu-ApiKey',
  'Infuzu--API-Key',
  'Infuzu.API.Key',
  'Infuzu-APIKey',
  'Infuzu API Key',
  'Infuzu-API-Key:',
  'Infuzu-API-Key ',
  // A word short, long or out of order
  'Infuzu-Key',
  'InfuzuKey',
  'Infuzu-API',
  'Infuzu-Token',
  'Infuzu-API-Token',
  'Infuzu-Access-Token',
  'Infuzu-Secret-Key',
  'API-Key-Infuzu',
  'Key-Infuzu-API',
  'HTTP-Infuzu-API-Key',
  'My-Infuzu-API-Key',
  // Typing errors
  'Infuzu-API-Keys',
  'Inzufu-API-Key',
  'Infuzi-API-Key',
  'Infuz-API-Key',
  'Infuzu-AP-Key',
  'Infuzu-API-Kye',
  'Infuzuu-API-Key',
  'Infuzu-APi-Kay',
  'Inzufu-Key',
  'Infuzu-Kye',
  'Ifnuzu-API-Key',
  'Infuzu-API-Ke',
];

const X_KEY_HEADER = [
  'X-Infuzu-Key',
  'X-Infuzu_API-Key',
  'x_infuzu_api_key',
  'X-Infuzu-Token',
  'X-Infuzu-APIKey',
  'X-Infuzu-Api-Keys',
  'XInfuzu-API-Key',
  'X-Infuzu-Auth',
  'X-Infuzu-Authorization',
  'X-Inzufu-API-Key',
  'X-API-Key-Infuzu',
  'X-Infuzu-API-Kye',
  'xInfuzuApiKey',
];

const AUTHORIZATION = [
  'Authorisation',
  'Authorizaton',
  'Authorizatoin',
  'Autorization',
  'Authoriztion',
  'Athorization',
  'Authorizations',
  'Authorization-',
  'Authorization:',
  'Authorization ',
  'X-Authorization',
  'X-Authorisation',
  'Authentication',
  'Authentification',
  'Auth',
  'X-Auth',
  'Bearer',
  'HTTP_AUTHORIZATION',
];

const UNRELATED = [
  // Infuzu's own, that are no auth header
  'X-Infuzu-Trace-Id',
  'X-Infuzu-Organization',
  'X-Infuzu-Version',
  'X-Infuzu-API-Version',
  'Infuzu-Version',
  'X-Infuzu-User',
  'X-Infuzu-Session',
  'X-Infuzu-Client',
  'X-Infuzu-Request-Id',
  'X-Infuzu-App',
  'X-Infuzu-Tier',
  'X-Infuzu-Region',
  'X-Infuzu-Project',
  'X-Infuzu-Key-Id',
  'X-Infuzu-API-Key-Id',
  'Infuzu-Beta',
  'X-Infuzu-Source',
  'X-Infuzu-Signature',
  'X-Infuzu',
  'Infuzu',
  'X-Infuzu-Timestamp',
  'Infuzu-Idempotency-Key',
  'X-Infuzu-Model',
  'X-Infuzu-Kind',
  // Keys and tokens of another meaning
  'Idempotency-Key',
  'X-Idempotency-Key',
  'X-CSRF-Token',
  'X-XSRF-TOKEN',
  'X-Correlation-Key',
  'Cache-Key',
  'Surrogate-Key',
  'X-Session-Token',
  'X-Partition-Key',
  'Idempotency-Token',
  'X-Amz-Security-Token',
  'X-Firebase-AppCheck',
  'X-Token-Count',
  'X-Key-Version',
  'X-Auth-Type',
  'Token-Type',
  'X-Auth-User',
  'X-Client-Secret',
  'Refresh-Token',
  // Everyday fields
  'Accept',
  'Accept-Encoding',
  'Accept-Language',
  'Content-Type',
  'Content-Length',
  'Cookie',
  'Origin',
  'Referer',
  'Host',
  'User-Agent',
  'X-Request-Id',
  'X-Requested-With',
  'Traceparent',
  'Priority',
  'TE',
  'DNT',
  'If-Match',
  'ETag',
  'Author',
  'Authority',
  ':authority',
  ':method',
  'Keep-Alive',
  'X-Api-Version',
  'X-Api-Id',
  'Access-Control-Request-Headers',
  'Access-Control-Request-Method',
  'X-Forwarded-For',
  // Other parties' auth
  'Proxy-Authorization',
  'Proxy-Authenticate',
  'WWW-Authenticate',
  'X-Forwarded-Authorization',
  'Sec-WebSocket-Key',
  'Sec-Fetch-Mode',
  'Sec-API-Key',
  'Sec-CH-UA',
  // SDKs
  'x-stainless-lang',
  'x-stainless-os',
  'x-stainless-retry-count',
  'x-stainless-runtime-version',
  'OpenAI-Organization',
  'OpenAI-Project',
  'OpenAI-Beta',
  'anthropic-version',
  'x-goog-api-client',
  // Not even words
  '',
  '-',
  '::',
  'x',
  'é',
];

describe('nearMissOf', () => {
  it.each(KEY_HEADER)('takes %j for Infuzu-API-Key', (name) => {
    expect(nearMissOf(name)).toBe('Infuzu-API-Key');
  });
  it.each(X_KEY_HEADER)('takes %j for X-Infuzu-API-Key', (name) => {
    expect(nearMissOf(name)).toBe('X-Infuzu-API-Key');
  });
  it.each(AUTHORIZATION)('takes %j for Authorization', (name) => {
    expect(nearMissOf(name)).toBe('Authorization');
  });
  it.each(UNRELATED)('leaves %j alone', (name) => {
    expect(nearMissOf(name)).toBeUndefined();
  });
  it.each(AUTH_HEADERS.flatMap((name) => [name, name.toLowerCase(), name.toUpperCase()]))(
    'takes %s for no miss at all',
    (name) => {
      expect(nearMissOf(name)).toBeUndefined();
    },
  );
  it('gives up on long names at once', () => {
    expect(nearMissOf(`Infuzu-API-Key${'-'.repeat(100_000)}`)).toBeUndefined();
  });
});

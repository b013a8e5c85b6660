import { describe, expect, it } from 'vitest';
import { possibleCauses } from '../../../lib/diagnosis/possible-causes';
import { absent } from '../../../lib/exchange/presence';
import type { HeadlineKey } from '../../../lib/messages/diagnosis-texts';
import { en } from '../../../lib/messages/en';
import type { Finding } from '../../../lib/rules/rule';
import { type CallDescription, exchangeOf, FAKE_KEY } from '../support/exchange-of';

const { codes } = en.diagnosis;
const PREDICTS: Finding = {
  rule: 'key-quoted',
  severity: 'error',
  message: 'm',
  values: {},
  location: { type: 'call' },
  predicts: { status: 401, code: 'invalid_api_key' },
};
const WELL_FORMED: CallDescription = {
  headers: [
    ['Authorization', `Bearer ${FAKE_KEY}`],
    ['Content-Type', 'application/json'],
  ],
};
const headlineOf = (key: HeadlineKey) => ({ from: 'diagnosis', key, values: {} }) as const;
const UNEXPLAINED = { findings: [], headline: headlineOf('status-401') };
const of = (code: keyof typeof codes, call: CallDescription, findings: readonly Finding[] = []) =>
  possibleCauses(exchangeOf(call), { findings, headline: headlineOf('status-401') }, code, codes[code]);

describe('what can be the cause of a refusal', () => {
  it.each([
    'missing_api_key',
    'invalid_api_key',
    'invalid_authorization_header',
    'invalid_field',
    'unsupported_media_type',
  ] as const)('%s: nothing that the record rules out', (code) => {
    expect(of(code, WELL_FORMED)).toEqual({ causes: codes[code].beyond });
  });
  it('all of it, with the remedy, where the record does not hold the headers', () => {
    const { inRequest, beyond, remedy } = codes.invalid_api_key;
    expect(of('invalid_api_key', { headers: null })).toEqual({ causes: [...inRequest, ...beyond], remedy });
  });
  it('all of it where the key was taken out of the recording', () => {
    const { causes } = of('invalid_api_key', { headers: [['Authorization', 'Bearer [REDACTED]']] });
    expect(causes).toContain(codes.invalid_api_key.inRequest[0]);
  });
  it('all of it where the record starts in the middle, or does not hold the body', () => {
    const partial = { ...exchangeOf(WELL_FORMED), partial: true };
    expect(
      possibleCauses(partial, UNEXPLAINED, 'invalid_api_key', codes.invalid_api_key).remedy,
    ).toBeDefined();
    const whole = exchangeOf(WELL_FORMED);
    const bodiless = { ...whole, request: { ...whole.request, body: absent('not-recorded') } };
    expect(possibleCauses(bodiless, UNEXPLAINED, 'invalid_field', codes.invalid_field).remedy).toBeDefined();
  });
  it.each([
    ['missing_api_key', 'login-refused'],
    ['invalid_api_key', 'key-accepted'],
  ] as const)('nothing of what `%s` may mean where the headline rules it out', (code, key) => {
    const settled = { findings: [], headline: headlineOf(key) };
    expect(possibleCauses(exchangeOf(WELL_FORMED), settled, code, codes[code])).toEqual({ causes: [] });
  });
  it('nothing beside the finding that names it', () => {
    expect(of('invalid_api_key', WELL_FORMED, [PREDICTS])).toEqual({ causes: [] });
  });
  it('what no request shows stays possible', () => {
    const { beyond, remedy } = codes.internal_server_error;
    expect(of('internal_server_error', WELL_FORMED)).toEqual({ causes: beyond, remedy });
  });
  it('all of it beside another error, which may be the true cause', () => {
    const { predicts: _, ...other } = PREDICTS;
    expect(of('invalid_api_key', WELL_FORMED, [other]).remedy).toBeDefined();
  });
  it('all of it where no rule could read the body', () => {
    for (const call of [{ headers: null }, { ...WELL_FORMED, body: 'cut {' }])
      expect(of('invalid_request_body', call).remedy).toBeDefined();
  });
});

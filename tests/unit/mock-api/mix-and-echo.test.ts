// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { REVOKED_KEY } from '../../mock-api/index';
import { CHAT, call, codeOf, goodHeaders, type Reply } from './client';
import { useMockApi } from './use-mock-api';

const api = useMockApi();
const ask = (query: string, headers: Record<string, string> = goodHeaders()): Promise<Reply> =>
  call(api(), { path: `${CHAT}?${query}`, headers });

describe('mix', () => {
  it('answers equal calls unequally, with the right id in each body', async () => {
    const replies = await Promise.all(Array.from({ length: 60 }, () => ask('mix=1')));
    const statuses = replies.map(({ status }) => status);
    // A fair coin gives fewer than 10 of 60 once in 100 million runs.
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(9);
    expect(statuses.filter((status) => status === 401).length).toBeGreaterThan(9);
    for (const reply of replies) {
      expect(JSON.parse(reply.text).request_id).toBe(reply.headers['x-request-id']);
      expect(codeOf(reply)).toBe(reply.status === 401 ? 'invalid_api_key' : 'ok');
    }
  });

  it('does not wait longer than it is told to', async () => {
    // Twenty of the longest random waits would be over the time of a test.
    const replies = await Promise.all(Array.from({ length: 20 }, () => ask('mix=1&delay=0')));
    expect(replies).toHaveLength(20);
  });
});

describe('no-id', () => {
  it('leaves the id in the body alone', async () => {
    const { headers, text } = await ask('no-id=1');
    expect(headers).not.toHaveProperty('x-request-id');
    expect(JSON.parse(text).request_id).toBe(api().received.at(-1)?.id);
  });

  it('makes answers equal in every header but the date', async () => {
    const heads = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const { status, headers } = await ask('mix=1&no-id=1&echo=id');
        return JSON.stringify({ status, ...headers, date: undefined });
      }),
    );
    expect(new Set(heads).size).toBeLessThanOrEqual(2);
  });
});

describe('echo', () => {
  it('puts the id, a field or the body into the message', async () => {
    const revoked = { ...goodHeaders(), 'Infuzu-API-Key': REVOKED_KEY };
    const message = async (query: string) => JSON.parse((await ask(query, revoked)).text).errors[0].message;
    expect(await message('echo=id')).toContain(`Received: ${api().received.at(-1)?.id}`);
    expect(await message('echo=Infuzu-API-Key')).toContain(`revoked. Received: ${REVOKED_KEY}`);
    expect(await message('echo=body')).toContain('Received: {"messages"');
  });

  it('puts it into a warning of a good answer', async () => {
    const { status, text } = await ask('echo=infuzu-api-key');
    expect([status, JSON.parse(text).warnings[0].message]).toEqual([
      200,
      `Received: ${goodHeaders()['Infuzu-API-Key']}`,
    ]);
  });

  it('echo-field puts it into a header and into a Location', async () => {
    const plain = await ask('echo-field=infuzu-api-key');
    expect(plain.headers['x-echo']).toBe(goodHeaders()['Infuzu-API-Key']);
    const redirect = await ask('echo-field=infuzu-api-key&redirect=https://app.example.com/x?a=1');
    expect(redirect.headers['location']).toBe(
      `https://app.example.com/x?a=1&echoed=${goodHeaders()['Infuzu-API-Key']}`,
    );
  });
});

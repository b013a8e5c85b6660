import { expect, it } from 'vitest';
import { readPasted } from '../../../lib/observe/from-pasted';
import { ignoredHosts } from '../../../lib/observe/ignored-hosts';
import { FAKE_KEY } from '../support/exchange-of';

it('names the hosts that most entries go to, with their ports, and counts the rest', () => {
  const urls = ['b', 'a:8080', 'c', 'd', 'e', 'f', 'g', 'a:8080'].map((host) => new URL(`https://${host}/`));
  expect(ignoredHosts(urls)).toEqual({
    top: [
      ['a:8080', 2],
      ['b', 1],
      ['c', 1],
      ['d', 1],
      ['e', 1],
    ],
    others: 2,
  });
});

it.each([
  ['unquoted', `curl https://gw.example.com/api -H X-Trace: ${FAKE_KEY}`],
  ['in typographic quotes', `curl “https://gw.example.com/api” -H “X-Trace: ${FAKE_KEY}”`],
  ['of another shape', 'curl https://gw.example.com/api -H X-Trace: fakefakefakefakefake'],
  ['in a name', `curl https://${FAKE_KEY}.example.com/api`],
])('names no key that stands where a host is expected: %s', (_, line) => {
  const text = JSON.stringify(readPasted(line, []));
  expect(text).toContain('[redacted]');
  expect(text.toLowerCase()).not.toMatch(/fakekey|fakefake/);
});

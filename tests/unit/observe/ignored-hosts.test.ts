import { expect, it } from 'vitest';
import { ignoredHosts } from '../../../lib/observe/ignored-hosts';

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

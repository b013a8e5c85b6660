import { describe, expect, it } from 'vitest';
import { splitJoinedValues } from '../../../lib/exchange/joined-values';

describe('splitJoinedValues', () => {
  it.each([
    ['KEY, KEY', ['KEY', 'KEY']],
    ['KEY,KEY', ['KEY', 'KEY']],
    ['A, B, C', ['A', 'B', 'C']],
    ['A ,  B', ['A', 'B']],
    [' A, B ', [' A', 'B ']],
    ['A, , B', ['A', '', 'B']],
    [', KEY', ['', 'KEY']],
    [',KEY', ['', 'KEY']],
    [', ', ['', '']],
    ['A, B,', ['A', 'B']],
    ['"A", "B"', ['"A"', '"B"']],
    ['undefined, undefined', ['undefined', 'undefined']],
    ['undefined, KEY', ['undefined', 'KEY']],
    ['{{a}}, {{b}}', ['{{a}}', '{{b}}']],
  ])('parts %j', (value, values) => {
    expect(splitJoinedValues('Infuzu-API-Key', value)).toEqual(values);
    expect(splitJoinedValues('Authorization', value)).toEqual(values);
  });

  it.each([
    ['KEY'],
    ['KEY,'],
    ['KEY, '],
    ['"A, B"'],
    ['function (a, b) { return a, b; }'],
    ['(a, b) => a'],
    ['Bearer function (a, b) { return a; }'],
  ])('leaves %j whole', (value) => {
    expect(splitJoinedValues('Infuzu-API-Key', value)).toEqual([value]);
    expect(splitJoinedValues('Authorization', value)).toEqual([value]);
  });

  it.each([
    ['Digest username="a", realm="b", nonce="c", uri="/", response="d"'],
    ['Digest username=a, nc=00000001, qop=auth'],
    ['Digest username="a,b",realm="c\\"d, e",nc=1'],
    ['AWS4-HMAC-SHA256 Credential=AKIA/20260101/us/x/aws4_request, SignedHeaders=host;date, Signature=fe5f'],
    ['OAuth oauth_consumer_key="a", oauth_nonce="b", oauth_signature="c%3D"'],
    ['Hawk id="a", ts="1", nonce="b", ext="c", mac="d="'],
    ['Signature keyId="a",algorithm="hs2019",headers="(request-target) host",signature="b=="'],
    ['Bearer, KEY'],
    ['Bearer,KEY'],
  ])('keeps the parameters of %j together', (value) => {
    expect(splitJoinedValues('Authorization', value)).toEqual([value]);
  });

  it.each([
    ['Bearer A, Bearer B', ['Bearer A', 'Bearer B']],
    ['Bearer A,Bearer B', ['Bearer A', 'Bearer B']],
    ['Bearer A, B', ['Bearer A', 'B']],
    ['Bearer A==, Bearer B==', ['Bearer A==', 'Bearer B==']],
    ['Bearer, Bearer A', ['Bearer', 'Bearer A']],
    ['Basic YTpi, Bearer A', ['Basic YTpi', 'Bearer A']],
    ['Basic YTpi=, KEY=', ['Basic YTpi=', 'KEY=']],
    ['Digest a="b", c="d", Bearer A', ['Digest a="b", c="d"', 'Bearer A']],
    ['Bearer A, Digest a="b", c="d"', ['Bearer A', 'Digest a="b", c="d"']],
    ['Digest a="b", Digest c="d"', ['Digest a="b"', 'Digest c="d"']],
  ])('parts %j in Authorization', (value, values) => {
    expect(splitJoinedValues('Authorization', value)).toEqual(values);
  });

  it('bounds the number of values and loses nothing', () => {
    const values = splitJoinedValues(
      'Authorization',
      Array.from({ length: 100 }, (_, i) => `K${i}`).join(','),
    );
    expect(values).toHaveLength(33);
    expect(values.at(-1)).toContain('K99');
  });

  it.each([',', ', ', 'a,', '"', '",', ' ', 'a=b,', 'A a=b, ', '\\"'])(
    'ends on a large value of %j',
    (piece) => {
      const value = piece.repeat(100_000 / piece.length);
      expect(splitJoinedValues('Authorization', value).length).toBeLessThan(34);
      expect(splitJoinedValues('Infuzu-API-Key', `A${value}B`).length).toBeLessThan(34);
    },
  );
});

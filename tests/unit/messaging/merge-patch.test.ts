import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergePatched, mergePatchOf } from '../../../lib/messaging/merge-patch';

/** Objects as exchanges are: no `null` in them, members that may be missing or `undefined`. */
const value = fc.letrec<{ any: unknown; object: object }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('', 'a', 0, 1, true, false),
    fc.array(tie('any'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('any'), { maxKeys: 3, noNullPrototype: true }),
})).object;

const overTheWire = <T>(message: T): T => JSON.parse(JSON.stringify(message)) as T;

describe('what changed of a value', () => {
  it('makes the later of the earlier, whatever the two are', () => {
    fc.assert(
      fc.property(value, value, (before, after) => {
        const patch = mergePatchOf(before, after);
        if (patch === undefined) expect(after).toEqual(before);
        else expect(mergePatched(before, overTheWire(patch))).toEqual(after);
      }),
    );
  });

  it('is nothing between equals', () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(mergePatchOf(one, overTheWire(one))).toBeUndefined();
      }),
    );
  });

  it('names the changed members alone', () => {
    const before = {
      id: '1',
      request: { url: 'u', body: { status: 'absent', reason: 'pending' } },
      list: [1],
    };
    const after = { id: '1', request: { url: 'u', body: { status: 'present', value: 5 } }, list: [1, 2] };
    expect(mergePatchOf(before, after)).toEqual({
      request: { body: { status: 'present', value: 5, reason: null } },
      list: [1, 2],
    });
  });

  it('takes a member that is undefined for none', () => {
    expect(mergePatchOf({ a: 1, b: undefined }, { a: 1 })).toBeUndefined();
    expect(mergePatchOf({ a: 1 }, { a: undefined })).toEqual({ a: null });
  });

  it('leaves what did not change the same object', () => {
    const before = { kept: { deep: {} }, changed: { kept: {}, a: 1 } };
    const after = mergePatched(before, { changed: { a: 2 } });
    expect(after).toEqual({ kept: { deep: {} }, changed: { kept: {}, a: 2 } });
    expect(after.kept).toBe(before.kept);
    expect(after.changed.kept).toBe(before.changed.kept);
    expect(before.changed.a).toBe(1);
  });
});

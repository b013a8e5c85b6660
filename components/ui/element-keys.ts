/**
 * Gives each drawn row the key of its element. A row keeps its element for as long as it is drawn. After a jump to
 * where none of them was drawn, as when the scroll bar is dragged, the rows take over the elements of those before:
 * a change of texts is much cheaper than new elements, and leaves nothing to collect.
 * @returns takes the ids of the rows in their order, and of the one that is drawn wherever it is; answers with the
 * key of each
 */
export function createElementKeys(): (
  ids: readonly string[],
  kept: string | undefined,
) => ReadonlyMap<string, number> {
  let known = new Map<string, number>();
  let end: 'first' | 'last' | undefined;
  let next = 0;
  return (ids, kept) => {
    const endBefore = end;
    end = ids[0] === kept ? 'first' : ids.at(-1) === kept ? 'last' : undefined;
    const isJump =
      kept !== undefined &&
      known.has(kept) &&
      // An element that changes its place among the others loses the focus.
      end !== undefined &&
      end === endBefore &&
      ids.every((id) => id === kept || !known.has(id));
    const free = isJump ? [...known].flatMap(([id, key]) => (id === kept ? [] : key)) : [];
    known = new Map(ids.map((id) => [id, known.get(id) ?? free.shift() ?? next++]));
    return known;
  };
}

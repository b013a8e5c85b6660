/** Reads the exchange list as assistive technology does: by roles and names, not by classes. */

/** One `[role=row]` of the grid's body, as far as it is in the document (the list is virtual). */
export interface Row {
  /** Finds the row again: its id, else `data-row`, else its `aria-rowindex`, else its place. */
  readonly key: string;
  /** `aria-label`, else the text. */
  readonly name: string;
  readonly selected: boolean;
  /** Of the row or of the button in it that unfolds it; undefined where nothing can be unfolded. */
  readonly expanded: boolean | undefined;
  /** `aria-rowindex`, where given. */
  readonly rowIndex: number | undefined;
  /** The text of each cell by its `data-column`, else by its number. */
  readonly cells: Readonly<Record<string, string>>;
  /** All `data-*` of the row. */
  readonly data: Readonly<Record<string, string>>;
}

/** Runs in the page; it must stand alone. */
export function readGrid(): Row[] {
  const squeeze = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();
  const rows = [
    ...document.querySelectorAll<HTMLElement>('[role=grid] [role=row], [role=treegrid] [role=row]'),
  ];
  return rows
    .filter((row) => !row.querySelector('[role=columnheader]'))
    .map((row, place) => {
      const cells: Record<string, string> = {};
      const cellElements = row.querySelectorAll<HTMLElement>('[role=gridcell], [role=rowheader]');
      for (const [index, cell] of cellElements.entries()) {
        cells[cell.dataset['column'] ?? String(index)] = squeeze(
          cell.getAttribute('aria-label') ?? cell.textContent,
        );
      }
      const rowIndex = row.getAttribute('aria-rowindex');
      const expanded =
        row.getAttribute('aria-expanded') ??
        row.querySelector('[aria-expanded]')?.getAttribute('aria-expanded') ??
        null;
      return {
        key: row.id || row.dataset['row'] || (rowIndex ?? String(place)),
        name: squeeze(row.getAttribute('aria-label') ?? row.textContent),
        selected: row.getAttribute('aria-selected') === 'true',
        expanded: expanded === null ? undefined : expanded === 'true',
        rowIndex: rowIndex === null ? undefined : Number(rowIndex),
        cells,
        data: { ...row.dataset } as Record<string, string>,
      };
    });
}

/**
 * Scrolls the row with this key into view and returns a point of it that can be clicked, or undefined.
 * Runs in the page; it must stand alone, hence the key is made here once more.
 */
export function pointOfRow(key: string): { x: number; y: number } | undefined {
  const rows = [
    ...document.querySelectorAll<HTMLElement>('[role=grid] [role=row], [role=treegrid] [role=row]'),
  ];
  const row = rows
    .filter((candidate) => !candidate.querySelector('[role=columnheader]'))
    .find(
      (candidate, place) =>
        (candidate.id ||
          candidate.dataset['row'] ||
          (candidate.getAttribute('aria-rowindex') ?? String(place))) === key,
    );
  if (!row) return undefined;
  const before = row.getBoundingClientRect();
  row.scrollIntoView({ block: 'nearest' });
  const { left, top, width, height } = row.getBoundingClientRect();
  // A virtual list takes no clicks while it scrolls: look again when it has come to rest.
  if (top !== before.top) return undefined;
  // Left of the middle: buttons inside a row stand at its end.
  const point = { x: left + Math.min(width / 2, 60), y: top + height / 2 };
  const hit = document.elementFromPoint(point.x, point.y);
  return hit && row.contains(hit) ? point : undefined;
}

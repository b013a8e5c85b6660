import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { type JsonRow, jsonRows } from '../../lib/report/json-rows';
import { Glyph } from '../ui/icons';
import { useTexts } from '../ui/language';
import { showRow, VirtualRows } from '../ui/virtual-rows';

const ROW_HEIGHT = 18;
const pathOf = ({ path }: JsonRow) => path;

function Value({ row }: { row: JsonRow }) {
  const { texts, fill } = useTexts();
  const { members, more } = texts.detail.raw;
  if (row.type === 'object' || row.type === 'array') {
    const [open, close] = row.type === 'array' ? '[]' : '{}';
    return (
      <span class="quiet-text">
        {open}
        {row.members > 0 && !row.isOpen && ` ${fill(members, { count: row.members })} `}
        {!row.isOpen && close}
      </span>
    );
  }
  return (
    <span data-type={row.type}>
      {row.text}
      {row.cut > 0 && <span class="quiet-text"> {fill(more, { count: row.cut })}</span>}
    </span>
  );
}

/** A JSON value to look through: virtualised, one tab stop. https://www.w3.org/WAI/ARIA/apg/patterns/treeview/ */
export function JsonTree({ value, label }: { value: unknown; label: string }) {
  const { texts } = useTexts();
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState('$');
  const scroller = useRef<HTMLDivElement>(null);
  const base = useId();
  const { rows, isCut } = useMemo(() => jsonRows(value, toggled), [value, toggled]);
  const found = rows.findIndex(({ path }) => path === current);
  const at = Math.max(0, found);

  const toggle = ({ path, members }: JsonRow) => {
    if (members === 0) return;
    const next = new Set(toggled);
    if (!next.delete(path)) next.add(path);
    setToggled(next);
  };
  const moveTo = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row === undefined) return;
    setCurrent(row.path);
    showRow(scroller.current, rows.indexOf(row), ROW_HEIGHT);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[at];
    if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const parent = () => rows.findLastIndex(({ depth }, i) => i < at && depth < row.depth);
    const commands: Readonly<Record<string, () => void>> = {
      ArrowDown: () => moveTo(at + 1),
      ArrowUp: () => moveTo(at - 1),
      Home: () => moveTo(0),
      End: () => moveTo(rows.length - 1),
      ArrowRight: () => (row.isOpen ? moveTo(at + 1) : toggle(row)),
      ArrowLeft: () => (row.isOpen ? toggle(row) : moveTo(parent())),
      Enter: () => toggle(row),
      ' ': () => toggle(row),
    };
    const command = commands[event.key];
    if (command === undefined) return;
    event.preventDefault();
    command();
  };

  return (
    <>
      <div
        ref={scroller}
        class="code json-tree"
        role="tree"
        aria-label={label}
        aria-activedescendant={`${base}-${at}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <VirtualRows scroller={scroller} rows={rows} rowHeight={ROW_HEIGHT} kept={at} idOf={pathOf}>
          {(row, index, key) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys for its items
            // biome-ignore lint/a11y/useFocusableInteractive: the tree is the tab stop of its items
            <div
              key={key}
              role="treeitem"
              id={`${base}-${index}`}
              class="json-row"
              aria-level={row.depth}
              aria-expanded={row.members > 0 ? row.isOpen : undefined}
              aria-selected={index === at}
              style={{ paddingLeft: `${(row.depth - 1) * 12}px` }}
              onClick={() => {
                setCurrent(row.path);
                toggle(row);
              }}
            >
              <span class="json-fold">
                {row.members > 0 && <Glyph name={row.isOpen ? 'unfolded' : 'folded'} size={10} />}
              </span>
              <span>
                {row.name !== '' && <span class="json-name">{row.name}: </span>}
                <Value row={row} />
              </span>
            </div>
          )}
        </VirtualRows>
      </div>
      {isCut && <p class="quiet-text">{texts.detail.raw.moreRows}</p>}
    </>
  );
}

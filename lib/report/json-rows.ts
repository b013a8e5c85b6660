/** One line of a JSON value that is drawn as a tree. */
export interface JsonRow {
  /** `$.errors[0].code`; unique. */
  readonly path: string;
  /** 1 for the value itself. */
  readonly depth: number;
  /** Name of the member, or its index; empty for the value itself. */
  readonly name: string;
  readonly type: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  /** The value as JSON; of a long text the beginning. Empty for what has members. */
  readonly text: string;
  /** Characters of a text that are not shown. */
  readonly cut: number;
  /** How many members it has. */
  readonly members: number;
  readonly isOpen: boolean;
}

export interface JsonRows {
  readonly rows: readonly JsonRow[];
  /** There are more rows than are listed. */
  readonly isCut: boolean;
}

const MOST_ROWS = 20_000;
const MOST_CHARACTERS = 2_000;
/** So many levels are open at first. */
const OPEN_LEVELS = 3;

function typeOf(value: unknown): JsonRow['type'] {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as JsonRow['type'];
}

const SIMPLE_NAME = /^[A-Za-z_$][\w$]*$/;

/**
 * The rows of a parsed JSON value, in order, as far as they are open.
 * @param toggled paths that are not as they were at first
 */
export function jsonRows(value: unknown, toggled: ReadonlySet<string>): JsonRows {
  const rows: JsonRow[] = [];
  const add = (inner: unknown, name: string, path: string, depth: number): boolean => {
    if (rows.length >= MOST_ROWS) return false;
    const type = typeOf(inner);
    const members = typeof inner === 'object' && inner !== null ? Object.entries(inner) : undefined;
    const isOpen = members !== undefined && members.length > 0 && depth <= OPEN_LEVELS !== toggled.has(path);
    const isLong = typeof inner === 'string' && inner.length > MOST_CHARACTERS;
    const shown = isLong ? inner.slice(0, MOST_CHARACTERS) : inner;
    rows.push({
      path,
      depth,
      name,
      type,
      text: members ? '' : JSON.stringify(shown),
      cut: isLong ? inner.length - MOST_CHARACTERS : 0,
      members: members?.length ?? 0,
      isOpen,
    });
    if (!isOpen) return true;
    return members.every(([member, content]) => {
      const step =
        type === 'array'
          ? `[${member}]`
          : SIMPLE_NAME.test(member)
            ? `.${member}`
            : `[${JSON.stringify(member)}]`;
      return add(content, member, path + step, depth + 1);
    });
  };
  return { isCut: !add(value, '', '$', 1), rows };
}

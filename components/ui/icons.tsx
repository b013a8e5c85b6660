import type { ComponentChildren } from 'preact';
import type { VerdictState } from '../../lib/diagnosis/diagnosis';

interface StateShape {
  /** The outline, which tells the state in grey as well. */
  readonly outline: ComponentChildren;
  readonly mark?: ComponentChildren;
}

/** Regular octagon over a 16 px grid. */
const OCTAGON = 'M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3z';
const CROSS = <path d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8" stroke-width="1.7" fill="none" />;

const SHAPES: Readonly<Record<VerdictState, StateShape>> = {
  error: { outline: <path d={OCTAGON} stroke="none" />, mark: CROSS },
  'predicted-error': { outline: <path d={OCTAGON} stroke-width="1.4" />, mark: CROSS },
  warning: {
    outline: (
      <path
        d="M8 1.2a1 1 0 0 1 .9.5l6.4 11.4a1 1 0 0 1-.9 1.5H1.6a1 1 0 0 1-.9-1.5L7.1 1.7a1 1 0 0 1 .9-.5z"
        stroke="none"
      />
    ),
    mark: <path d="M8 5.6v4M8 11.7v.6" stroke-width="1.8" />,
  },
  notice: {
    outline: <rect x="1.5" y="1.5" width="13" height="13" rx="3" stroke="none" />,
    mark: <path d="M8 7.3v4.2M8 4.4v.6" stroke-width="1.8" />,
  },
  clean: {
    outline: <circle cx="8" cy="8" r="6.3" stroke-width="1.5" />,
    mark: <path d="M5.2 8.2l2 2 3.7-4.1" stroke-width="1.6" />,
  },
  pending: {
    outline: (
      <circle cx="8" cy="8" r="6.2" stroke-width="1.6" stroke-dasharray="2.43 2.43" stroke-linecap="butt" />
    ),
    mark: <path d="M8 7.95v.1" stroke-width="2.2" />,
  },
  unreadable: {
    outline: <path d="M3.5 10V1.8h5.7l3.3 3.3V10" stroke-width="1.4" />,
    mark: (
      <path
        d="M9 1.8v3.5h3.5M2.2 12.2l2-1.6 1.9 1.6 1.9-1.6 1.9 1.6 1.9-1.6 1.9 1.6M4 14.3h8"
        stroke-width="1.3"
      />
    ),
  },
};

/** A verdict's state; its name has to stand in text beside it or in the row's name. */
export function StateIcon({ state, size = 14 }: { state: VerdictState; size?: number }) {
  const { outline, mark } = SHAPES[state];
  return (
    <svg
      class="state-icon"
      data-state={state}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {outline}
      {mark}
    </svg>
  );
}

const GLYPHS = {
  clear: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M3.8 3.8l8.4 8.4" />
    </>
  ),
  filter: <path d="M2 2.8h12L9.5 8.2v4.3l-3 1.3V8.2z" />,
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8.5" height="8.5" rx="1.5" />
      <path d="M10.5 5.5v-2A1.5 1.5 0 0 0 9 2H3.5A1.5 1.5 0 0 0 2 3.5V9a1.5 1.5 0 0 0 1.5 1.5h2" />
    </>
  ),
  check: <path d="M3 8.5l3.3 3.3L13 4.5" />,
  folded: <path d="M6 4l4 4-4 4" />,
  unfolded: <path d="M4 6l4 4 4-4" />,
  branch: <path d="M4 2v6.5h8" />,
  external: (
    <path d="M9.5 2.5h4v4M13.2 2.8L7.5 8.5M6 3.5H3.5A1 1 0 0 0 2.5 4.5v8a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1V10" />
  ),
  options: (
    <>
      <circle cx="8" cy="8" r="2.2" />
      <path d="M6.9 1.8h2.2l.4 1.8 1.3.7 1.7-.6 1.1 1.9-1.3 1.3v1.5l1.3 1.3-1.1 1.9-1.7-.6-1.3.7-.4 1.8H6.9l-.4-1.8-1.3-.7-1.7.6-1.1-1.9 1.3-1.3V7l-1.3-1.4 1.1-1.9 1.7.6 1.3-.7z" />
    </>
  ),
  eye: (
    <>
      <path d="M1.3 8S3.6 3.5 8 3.5 14.7 8 14.7 8 12.4 12.5 8 12.5 1.3 8 1.3 8z" />
      <circle cx="8" cy="8" r="2" />
    </>
  ),
  'eye-off': (
    <>
      <path d="M1.3 8S3.6 3.5 8 3.5 14.7 8 14.7 8 12.4 12.5 8 12.5 1.3 8 1.3 8z" />
      <path d="M13.2 2.5L2.8 13.5" />
    </>
  ),
  columns: <path d="M2 2.5h12v11H2zM6 2.5v11M10.5 2.5v11" />,
  compare: <path d="M2 2.5h5v11H2zM9 2.5h5v11H9z" />,
  download: <path d="M8 2v8M4.8 7.2L8 10.4l3.2-3.2M2.5 11v2.5h11V11" />,
  open: <path d="M2 12.5v-9h4l1.5 2H14v7z" />,
  paste: (
    <>
      <path d="M5.5 3H3.2v10.5h9.6V3h-2.3" />
      <path d="M5.8 1.8h4.4v2.6H5.8z" />
    </>
  ),
  up: <path d="M8 13V4M4.5 7.3L8 3.8l3.5 3.5" />,
  down: <path d="M8 3v9M4.5 8.7L8 12.2l3.5-3.5" />,
} as const;

export type GlyphName = keyof typeof GLYPHS;

/** A drawing beside a text, or in a button that has a name. */
export function Glyph({ name, size = 14 }: { name: GlyphName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.4"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {GLYPHS[name]}
    </svg>
  );
}

/** Filled while it records, a ring when it is stopped. */
export function RecordGlyph({ recording }: { recording: boolean }) {
  return (
    <svg class="record-glyph" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5" />
      {recording && <circle cx="8" cy="8" r="3.8" fill="currentColor" />}
    </svg>
  );
}

/** The extension's own sign, as in public/icon.svg. */
export function ProductMark({ size = 14 }: { size?: number }) {
  return (
    <svg class="product-mark" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <rect x="0.5" y="0.5" width="15" height="15" rx="3.5" fill="var(--action)" />
      <path
        d="M4 8h7.6M8.4 4.6L11.8 8l-3.4 3.4"
        fill="none"
        stroke="var(--action-text)"
        stroke-width="1.9"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

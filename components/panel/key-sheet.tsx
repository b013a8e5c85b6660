import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { InterfaceTexts } from '../../lib/messages/language';
import { usePageKey } from '../exchange/use-page-key';
import { CodeText } from '../ui/code-text';
import { Dialog } from '../ui/dialog';
import { useTexts } from '../ui/language';

type SheetTexts = InterfaceTexts['panel']['keys'];
type Line = readonly [command: keyof SheetTexts['commands'], keys: readonly string[]];

/** Every command with its keys, by where they work. */
const SHEET: readonly (readonly [place: keyof SheetTexts['places'], lines: readonly Line[]])[] = [
  [
    'page',
    [
      ['filter', ['/']],
      ['panes', ['F6']],
      ['sheet', ['?']],
    ],
  ],
  [
    'list',
    [
      ['move', ['↑', '↓']],
      ['pages', ['PgUp', 'PgDn']],
      ['ends', ['Home', 'End']],
      ['open', ['Enter']],
      ['unfold', ['→', '←']],
      ['closeDetail', ['Esc']],
    ],
  ],
  [
    'edges',
    [
      ['drag', ['←', '→', '↑', '↓']],
      ['reset', ['Esc']],
    ],
  ],
  [
    'filter',
    [
      ['choose', ['↑', '↓']],
      ['take', ['Tab', 'Enter']],
      ['leave', ['Esc']],
    ],
  ],
];

/** As in DevTools' own Network panel. */
const RECORDING: (typeof SHEET)[number] = [
  'recording',
  [
    ['record', ['Ctrl+E']],
    ['clear', ['Ctrl+L']],
  ],
];

const COMPARISON: (typeof SHEET)[number] = [
  'comparison',
  [
    ['mark', ['A', 'B']],
    ['end', ['Esc']],
  ],
];

interface KeySheetProps {
  /** Whether the page compares calls; else it records them. */
  readonly compares: boolean;
  readonly onClose: () => void;
}

/** All keyboard commands, and the terms of the filter. */
function KeySheet({ compares, onClose }: KeySheetProps) {
  const { texts, fill } = useTexts();
  const { title, close, places, commands } = texts.panel.keys;
  return (
    <Dialog class="key-sheet" title={String(title)} closeLabel={String(close)} onClose={onClose}>
      {[...SHEET, compares ? COMPARISON : RECORDING].map(([place, lines]) => (
        <section key={place}>
          <h3>{places[place]}</h3>
          <dl>
            {lines.map(([command, keys]) => (
              <div key={command}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key} class="key-cap">
                      {key}
                    </kbd>
                  ))}
                </dt>
                <dd>{commands[command]}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p class="quiet-text">
        <CodeText text={fill(texts.filter.help)} />
      </p>
    </Dialog>
  );
}

/** The sheet while it is open; `?` opens it from anywhere. */
export function useKeySheet(compares = false): { open: () => void; sheet: ComponentChildren } {
  const [isOpen, setOpen] = useState(false);
  const open = () => setOpen(true);
  usePageKey('?', open);
  return { open, sheet: isOpen && <KeySheet compares={compares} onClose={() => setOpen(false)} /> };
}

export function KeysButton({ onOpen }: { onOpen: () => void }) {
  const title = String(useTexts().texts.panel.keys.title);
  return (
    <button
      type="button"
      class="button icon-only keys-button"
      title={title}
      aria-label={title}
      aria-haspopup="dialog"
      aria-keyshortcuts="?"
      onClick={onOpen}
    >
      <span class="key-cap">?</span>
    </button>
  );
}

import type { InterfaceTexts } from '../../lib/messages/language';
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

/** All keyboard commands, and the terms of the filter. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const { texts, fill } = useTexts();
  const { title, close, places, commands } = texts.panel.keys;
  return (
    <Dialog class="key-sheet" title={String(title)} closeLabel={String(close)} onClose={onClose}>
      {SHEET.map(([place, lines]) => (
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

import { useEffect, useRef } from 'preact/hooks';
import type { OpenInput } from '../../lib/store/workbench';
import { Glyph } from '../ui/icons';
import { useTexts } from '../ui/language';
import { useSize } from '../ui/use-size';

interface InputTabsProps {
  /** The calls of a tab of this browser, where the page shows them. */
  readonly tab: { readonly id: string; readonly name: string } | undefined;
  readonly inputs: readonly OpenInput[];
  readonly current: string | undefined;
  readonly onShow: (id: string) => void;
  readonly onClose: (id: string) => void;
}

/** What is open; nothing where that is nothing. */
export function InputTabs(props: InputTabsProps) {
  return props.tab === undefined && props.inputs.length === 0 ? null : <InputStrip {...props} />;
}

/** Each has its button to close it, so these are no tabs of ARIA, whose parts cannot be buttons. */
function InputStrip({ tab, inputs, current, onShow, onClose }: InputTabsProps) {
  const { texts, fill } = useTexts();
  const words = texts.workbench;
  const bar = useRef<HTMLElement>(null);
  const { width } = useSize(bar);
  // With many of them the latest may lie outside, also once the page's own buttons came, which take of the room.
  useEffect(() => {
    bar.current
      ?.querySelector('[data-current=true]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current, inputs.length, width]);
  const show = (id: string, name: string) => (
    <button
      type="button"
      class="input-name"
      title={name}
      aria-current={id === current ? 'true' : undefined}
      onClick={() => onShow(id)}
    >
      {name}
    </button>
  );
  return (
    <nav
      ref={bar}
      class="inputs"
      data-heir=".input-name[aria-current], .start-buttons .primary"
      aria-label={fill(words.inputs)}
    >
      <ul>
        {tab && <li data-current={tab.id === current}>{show(tab.id, tab.name)}</li>}
        {inputs.map(({ id, name }) => (
          <li key={id} data-current={id === current}>
            {show(id, name)}
            <button
              type="button"
              class="input-close"
              aria-label={fill(words.close, { name })}
              title={fill(words.close, { name })}
              onClick={() => onClose(id)}
            >
              <Glyph name="close" size={12} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { DEFAULT_SHARE, SHARE } from '../../lib/store/layout';
import { Edge } from '../ui/edge';
import { useTexts } from '../ui/language';
import { useLayout } from '../ui/layout';
import { usePageKey } from './use-page-key';

interface PanesProps {
  readonly beside: boolean;
  /** The list with what belongs to it. */
  readonly children: ComponentChildren;
  readonly detail: ComponentChildren | undefined;
}

/** The row that the Tab key reaches. */
export const TAB_STOP = '[role=row][tabindex="0"]';

/** The list, and beside or below it the detail, with an edge between them that can be moved. */
export function Panes({ beside, children, detail }: PanesProps) {
  const { texts } = useTexts();
  const { shares, setShare } = useLayout();
  const panes = useRef<HTMLDivElement>(null);
  usePageKey('F6', () => {
    const region = panes.current?.querySelector('[data-region]');
    const isInIt = region?.contains(document.activeElement);
    const next =
      !isInIt && region?.querySelector<HTMLElement>(':is(button, [tabindex]):not([tabindex="-1"])');
    (next || panes.current?.querySelector<HTMLElement>(TAB_STOP))?.focus();
  });
  const place = beside ? 'beside' : 'below';
  const share = shares[place] ?? DEFAULT_SHARE[place];
  const lengthOf = (element: Element | null) =>
    (element instanceof HTMLElement && (beside ? element.offsetWidth : element.offsetHeight)) || 0;
  return (
    <div
      ref={panes}
      class="panes"
      style={{ '--share': `${share}%` }}
      data-heir={`${TAB_STOP}, [data-region=compare]`}
    >
      {children}
      {detail !== undefined && (
        <>
          <Edge
            label={String(texts.panel.layout.share)}
            axis={beside ? 'x' : 'y'}
            value={share}
            {...SHARE}
            direction={-1}
            measure={(edge) => lengthOf(edge.nextElementSibling)}
            onSize={(size) => {
              const whole = lengthOf(panes.current);
              if (size === undefined || whole > 0) setShare(place, size && (size / whole) * 100);
            }}
          />
          {detail}
        </>
      )}
    </div>
  );
}

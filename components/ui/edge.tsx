import { useRef } from 'preact/hooks';
import type { Pixels } from '../../lib/api/units';

/** How far an arrow key moves an edge. */
const STEP: Pixels = 8;

interface EdgeProps {
  readonly label: string;
  /** What the edge gives to that which it sizes, as far as it is known without layout. */
  readonly value: Pixels;
  readonly min: Pixels;
  readonly max: Pixels;
  /** −1 where a move to the left makes it larger. */
  readonly direction: 1 | -1;
  /** The size as it is laid out. */
  readonly measure: (edge: HTMLElement) => Pixels;
  /** `undefined`: back to the size it has by itself. */
  readonly onSize: (size: Pixels | undefined) => void;
}

/**
 * An edge that the pointer drags and arrow keys move.
 * https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/
 */
export function Edge({ label, value, min, max, direction, measure, onSize }: EdgeProps) {
  const drag = useRef<{ readonly from: Pixels; readonly size: Pixels } | undefined>(undefined);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule has no value and takes no focus
    <span
      role="separator"
      class="edge"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { from: event.clientX, size: measure(event.currentTarget) };
      }}
      onPointerMove={({ clientX }) => {
        if (drag.current) onSize(drag.current.size + (clientX - drag.current.from) * direction);
      }}
      onLostPointerCapture={() => {
        drag.current = undefined;
      }}
      onDblClick={() => onSize(undefined)}
      onKeyDown={(event) => {
        const { key, currentTarget } = event;
        if (key === 'Escape') onSize(undefined);
        else if (key === 'ArrowLeft') onSize(measure(currentTarget) - STEP * direction);
        else if (key === 'ArrowRight') onSize(measure(currentTarget) + STEP * direction);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}

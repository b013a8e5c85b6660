import { useRef } from 'preact/hooks';
import type { Pixels } from '../../lib/api/units';

/** How far an arrow key moves an edge. */
const STEP: Pixels = 8;

interface EdgeProps {
  readonly label: string;
  /** Which way it moves. */
  readonly axis?: 'x' | 'y';
  /** What the edge gives to that which it sizes, as far as it is known without layout; in pixels or percent. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** −1 where a move to the left, or up, makes it larger. */
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
export function Edge({ label, axis = 'x', value, min, max, direction, measure, onSize }: EdgeProps) {
  const [less, more] = axis === 'x' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
  const at = ({ clientX, clientY }: PointerEvent): Pixels => (axis === 'x' ? clientX : clientY);
  const drag = useRef<{ readonly from: Pixels; readonly size: Pixels } | undefined>(undefined);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule has no value and takes no focus
    <span
      role="separator"
      class="edge"
      aria-orientation={axis === 'x' ? 'vertical' : 'horizontal'}
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { from: at(event), size: measure(event.currentTarget) };
      }}
      onPointerMove={(event) => {
        if (drag.current) onSize(drag.current.size + (at(event) - drag.current.from) * direction);
      }}
      onLostPointerCapture={() => {
        drag.current = undefined;
      }}
      onDblClick={() => onSize(undefined)}
      onKeyDown={(event) => {
        const { key, currentTarget } = event;
        if (key === 'Escape') onSize(undefined);
        else if (key === less) onSize(measure(currentTarget) - STEP * direction);
        else if (key === more) onSize(measure(currentTarget) + STEP * direction);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}

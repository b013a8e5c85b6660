import type { Pixels } from '../../lib/api/units';
import { clockText } from '../../lib/report/figures';
import type { InspectedCall } from '../../lib/store/calls';
import { type KeyBand, pixelsOf, SLOT, type Stretch, slotOf, type Timeline } from '../../lib/store/timeline';
import type { TimeSpan } from '../../lib/store/view-state';
import { StateIcon } from '../ui/icons';
import { hueOf } from '../ui/key-tag';
import { useTexts } from '../ui/language';

const HEIGHT: Pixels = 39;
/** The signs of the calls stand from here on. */
const LANE: Pixels = 14;
const BANDS: Pixels = 28;
/** The widest that a time gets, `12:34:56 PM` among them. */
const TICK_TEXT: Pixels = 72;

interface StripProps {
  readonly stretch: Stretch;
  readonly y: Pixels;
  readonly height: Pixels;
  readonly class: string;
  readonly fill?: string;
  /** What it is, to whom points at it. */
  readonly name?: string;
}

function Strip({ stretch: [from, to], name, ...rest }: StripProps) {
  return (
    <rect x={from} width={Math.max(1, to - from)} {...rest}>
      {name && <title>{name}</title>}
    </rect>
  );
}

/** So many lines have room; keys that share one differ in their hue. */
const LINES = 4;

function Band({ band: { key, load, stretch } }: { band: KeyBand }) {
  const { texts, fill } = useTexts();
  const line = (key - 1) % LINES;
  const isFull = load !== 'counting';
  return (
    <Strip
      stretch={stretch}
      y={BANDS + line * 3 - (isFull ? 1 : 0)}
      height={isFull ? 3 : 2}
      class="timeline-band"
      fill={
        load === 'counting'
          ? `var(--key-${hueOf(key)})`
          : `var(--${load === 'near' ? 'warning' : 'error'}-icon)`
      }
      name={fill(texts.panel.timeline.loads[load], { key })}
    />
  );
}

interface TimelineDrawingProps {
  readonly line: Timeline;
  readonly width: Pixels;
  readonly span: TimeSpan | undefined;
  readonly selected: InspectedCall | undefined;
  readonly label: string;
  /** Width of what stands in the upper right corner: no time is written under it. */
  readonly covered: Pixels;
}

/** Time and load in grey and by pattern, so that they are not read as states; the calls by the signs of their states. */
export function TimelineDrawing({ line, width, span, selected, label, covered }: TimelineDrawingProps) {
  const { language } = useTexts();
  const xOf = (at: number) => pixelsOf(line, width, at);
  const chosen = selected && slotOf(line, width, selected.start);
  return (
    <svg role="img" aria-label={label} width={width} height={HEIGHT}>
      <pattern id="timeline-busy" width="3" height="3" patternUnits="userSpaceOnUse">
        <rect width="1" height="3" class="timeline-busy" />
      </pattern>
      <pattern
        id="timeline-wait"
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="1" height="5" class="timeline-wait" />
      </pattern>
      {line.ticks.map((at) => (
        <g key={at} class="timeline-tick" transform={`translate(${Math.round(xOf(at))})`}>
          <path d={`M.5 0V${HEIGHT}`} />
          {xOf(at) + TICK_TEXT <= width - covered && (
            <text x="4" y="11">
              {clockText(at, language.locale)}
            </text>
          )}
        </g>
      ))}
      {line.waits.map((stretch) => (
        <Strip
          key={stretch[0]}
          stretch={stretch}
          y={LANE}
          height={SLOT}
          class=""
          fill="url(#timeline-wait)"
        />
      ))}
      {line.busy.map((stretch) => (
        <Strip
          key={stretch[0]}
          stretch={stretch}
          y={LANE + 5}
          height={4}
          class=""
          fill="url(#timeline-busy)"
        />
      ))}
      {line.bands.map((band) => (
        <Band key={`${band.key}/${band.load}/${band.stretch[0]}`} band={band} />
      ))}
      {line.marks.map(({ slot, state }) => (
        <g key={slot} transform={`translate(${slot * SLOT + 1} ${LANE + 1})`}>
          <StateIcon state={state} size={12} />
        </g>
      ))}
      {chosen !== undefined && (
        <rect class="timeline-chosen" x={chosen * SLOT} y={LANE} width={SLOT} height={SLOT} rx="4" />
      )}
      {span && (
        <>
          <rect class="timeline-outside" width={xOf(span.from)} height={HEIGHT} />
          <rect class="timeline-outside" x={xOf(span.to)} width={width - xOf(span.to)} height={HEIGHT} />
        </>
      )}
    </svg>
  );
}

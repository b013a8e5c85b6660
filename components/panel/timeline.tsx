import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { EpochMilliseconds, Pixels } from '../../lib/api/units';
import { clockText } from '../../lib/report/figures';
import { untilValue } from '../../lib/rules/answer-time';
import type { InspectedCall } from '../../lib/store/calls';
import { pixelsOf, slotOf, timeAt, timelineOf } from '../../lib/store/timeline';
import type { TimeSpan } from '../../lib/store/view-state';
import { Glyph } from '../ui/icons';
import { useTexts } from '../ui/language';
import { useAfterPaint } from '../ui/use-after-paint';
import { useSize } from '../ui/use-size';
import { TimelineDrawing } from './timeline-drawing';
import { useLoadText, useSummary } from './timeline-words';

interface TimelineProps {
  /** In order of start. */
  readonly calls: readonly InspectedCall[];
  readonly span: TimeSpan | undefined;
  readonly selected: InspectedCall | undefined;
  readonly onSpan: (span: TimeSpan | undefined) => void;
  readonly onPick: (id: string) => void;
}

/** A shorter way of the pointer is a click. */
const CLICK: Pixels = 4;
/** Steps of an arrow key along the whole line. */
const STEPS = 50;
const NONE: readonly InspectedCall[] = [];
const ENDS = ['from', 'to'] as const;
const ANY_TIME: TimeSpan = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** A span whose ends are those of the line has none: so it goes on with new calls. */
function spanOf(a: EpochMilliseconds, b: EpochMilliseconds, line: TimeSpan): TimeSpan | undefined {
  const from = Math.min(a, b) <= line.from ? ANY_TIME.from : Math.min(a, b);
  const to = Math.max(a, b) >= line.to ? ANY_TIME.to : Math.max(a, b);
  return from === ANY_TIME.from && to === ANY_TIME.to ? undefined : { from, to };
}

interface Drag {
  readonly anchor: EpochMilliseconds;
  readonly x: Pixels;
  /** False while it may still be a click. */
  readonly moved: boolean;
}

/** The calls over time, above the list; a dragged span or its two ends narrow the list to the calls in it. */
export function Timeline({ calls: latest, span, selected, onSpan, onPick }: TimelineProps) {
  const calls = useAfterPaint(latest, NONE);
  const { texts, fill, language } = useTexts();
  const words = texts.panel.timeline;
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const note = useRef<HTMLDivElement>(null);
  const [covered, setCovered] = useState<Pixels>(0);
  const line = useMemo(() => timelineOf(calls, width), [calls, width]);
  const [drag, setDrag] = useState<Drag>();
  const [drafted, setDrafted] = useState<TimeSpan>();
  const summary = useSummary(calls);
  const load = useLoadText(selected ?? calls.findLast(({ last }) => last.neighbours.history !== undefined));
  const lastWait = line?.lastWait;
  const wait =
    lastWait && fill(words.wait, { until: untilValue(lastWait.until, lastWait.until - line.from) });
  const shown = drafted ?? span;
  const clear = () => onSpan(undefined);
  // Whatever stands in it, and however wide its letters are.
  // Asked only when it may have changed: it lays the whole page out.
  useLayoutEffect(
    () => setCovered(note.current?.offsetWidth ?? 0),
    [load.length, shown, width, line === undefined],
  );

  if (line === undefined) return <div ref={frame} class="timeline" />;
  const clock = (at: EpochMilliseconds) =>
    clockText(Math.min(line.to, Math.max(line.from, at)), language.locale);
  const xOf = (at: EpochMilliseconds) => pixelsOf(line, width, at);
  const atPointer = ({ clientX }: PointerEvent) =>
    timeAt(line, width, clientX - (frame.current?.getBoundingClientRect().left ?? 0));

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || !(event.target instanceof Element) || event.target.closest('button')) return;
    const end = event.target.closest<HTMLElement>('[data-end]')?.dataset['end'];
    const other = end === 'from' ? shown?.to : end === 'to' ? shown?.from : undefined;
    frame.current?.setPointerCapture(event.pointerId);
    setDrag({
      anchor: other ?? (end ? line[end === 'from' ? 'to' : 'from'] : atPointer(event)),
      x: event.clientX,
      moved: end !== undefined,
    });
    // An end that is not moved stays where it is.
    if (end !== undefined) setDrafted(span);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag === undefined) return;
    const moved = drag.moved || Math.abs(event.clientX - drag.x) >= CLICK;
    if (moved) setDrafted(spanOf(drag.anchor, atPointer(event), line));
    if (moved !== drag.moved) setDrag({ ...drag, moved });
  };
  const endDrag = () => {
    setDrag(undefined);
    setDrafted(undefined);
  };
  const onPointerUp = (event: PointerEvent) => {
    if (drag === undefined) return;
    if (drag.moved) onSpan(drafted);
    else {
      const slot = slotOf(line, width, atPointer(event));
      const mark = line.marks.find((candidate) => candidate.slot === slot);
      if (mark) onPick(mark.call.id);
    }
    endDrag();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const end = event.target instanceof HTMLElement ? event.target.dataset['end'] : undefined;
    if (event.key === 'Escape' && span !== undefined) clear();
    else if (end === 'from' || end === 'to') {
      const step = (line.to - line.from) / STEPS;
      const at = Math.min(line.to, Math.max(line.from, span?.[end] ?? line[end]));
      const to = { ArrowLeft: at - step, ArrowRight: at + step, Home: line.from, End: line.to }[event.key];
      if (to === undefined) return;
      onSpan(
        spanOf(to, span?.[end === 'from' ? 'to' : 'from'] ?? line[end === 'from' ? 'to' : 'from'], line),
      );
    } else return;
    event.preventDefault();
    // DevTools would take Escape for its drawer.
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the two sliders in it do the same by the keyboard
    <div
      ref={frame}
      class="timeline"
      data-heir=".timeline-end"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={endDrag}
      onDblClick={clear}
      onKeyDown={onKeyDown}
    >
      <TimelineDrawing
        line={line}
        width={width}
        span={shown}
        selected={selected}
        label={[summary, load, wait].filter(Boolean).join(' ')}
        covered={covered}
      />
      {ENDS.map((end) => (
        <span
          key={end}
          role="slider"
          class="timeline-end"
          data-end={end}
          data-set={shown !== undefined && shown[end] !== ANY_TIME[end]}
          tabIndex={0}
          aria-label={String(end === 'from' ? words.start : words.end)}
          aria-valuemin={line.from}
          aria-valuemax={line.to}
          aria-valuenow={Math.min(line.to, Math.max(line.from, shown?.[end] ?? line[end]))}
          aria-valuetext={clock(shown?.[end] ?? line[end])}
          style={{ left: `${xOf(shown?.[end] ?? line[end])}px` }}
        />
      ))}
      {lastWait && (
        <div
          class="timeline-wait-until"
          title={wait}
          aria-hidden="true"
          style={{ left: `${lastWait.free[0]}px`, width: `${lastWait.free[1] - lastWait.free[0]}px` }}
        >
          <span>{wait}</span>
        </div>
      )}
      <div ref={note} class="timeline-note">
        {shown === undefined ? (
          <span class="timeline-load" aria-hidden="true">
            {load}
          </span>
        ) : (
          <button type="button" class="button" title={String(words.clear)} onClick={clear}>
            {fill(words.span, { from: clock(shown.from), to: clock(shown.to) })}
            <Glyph name="close" size={12} />
          </button>
        )}
      </div>
    </div>
  );
}

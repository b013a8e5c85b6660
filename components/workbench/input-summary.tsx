import type { LeftOut } from '../../lib/observe/file-origin';
import { sizeText, spanText } from '../../lib/report/figures';
import { visibleText } from '../../lib/report/plain-lines';
import { entryCount, spanOf } from '../../lib/store/input-model';
import type { JudgedInput } from '../../lib/store/judged-input';
import { useActions } from '../ui/actions';
import { Button } from '../ui/button';
import { StateIcon } from '../ui/icons';
import { useTexts } from '../ui/language';

interface InputSummaryProps {
  readonly input: JudgedInput;
  readonly size: number;
  readonly onUnreadable: () => void;
}

/** What is not in a bundle, by its own account. */
function LeftOutText({ leftOut }: { leftOut: LeftOut }) {
  const { texts, fill } = useTexts();
  const words = texts.export;
  const counted = [
    [words.filtered, leftOut.filtered],
    [words.dropped, leftOut.dropped],
    [texts.workbench.summary.contents, leftOut.contents],
  ] as const;
  const parts = counted.flatMap(([template, count]) => (count > 0 ? [fill(template, { count })] : []));
  return (
    <>
      {parts.length > 0 && (
        <span>
          {words.leftOut}: {parts.join('; ')}
        </span>
      )}
      {leftOut.masked > 0 && (
        <span>
          {words.masked}: {fill(words.maskedCount, { count: leftOut.masked })}
        </span>
      )}
    </>
  );
}

/** Where a file is from, as it says itself. */
function OriginText({ input, size }: Pick<InputSummaryProps, 'input' | 'size'>) {
  const { texts, fill, language } = useTexts();
  const { locale } = language;
  const { summary } = texts.workbench;
  const { madeBy, harVersion, created } = input.origin;
  const span = spanOf(input);
  const parts = [
    ...madeBy,
    harVersion && fill(summary.har, { version: harVersion }),
    created && fill(summary.saved, { date: spanText(created, created, locale) }),
    sizeText(size, locale),
    span && spanText(...span, locale),
  ];
  return <span class="summary-origin">{visibleText(parts.filter(Boolean).join(' · '))}</span>;
}

/** Counts that add up: what is in the input, and what became of it. */
export function InputSummary({ input, size, onUnreadable }: InputSummaryProps) {
  const { texts, fill } = useTexts();
  const { openOptions } = useActions();
  const { summary } = texts.workbench;
  const unreadable = input.unreadable.length;
  const { leftOut } = input.origin;
  return (
    <div class="summary" role="status" aria-label={fill(summary.label)}>
      <strong>{fill(summary.entries, { count: entryCount(input) })}</strong>
      <span>{fill(summary.toInfuzu, { count: input.exchanges.length })}</span>
      {input.ignored > 0 && (
        <span>
          {fill(summary.ignored, { count: input.ignored })}
          <Button kind="link-like" onClick={openOptions}>
            {summary.ownHosts}
          </Button>
        </span>
      )}
      {unreadable > 0 && (
        <Button kind="link-like" onClick={onUnreadable}>
          <StateIcon state="unreadable" />
          {fill(summary.unreadable, { count: unreadable })}
        </Button>
      )}
      {leftOut && <LeftOutText leftOut={leftOut} />}
      <OriginText input={input} size={size} />
    </div>
  );
}

import { sizeText } from '../../lib/report/figures';
import { entryCount } from '../../lib/store/input-model';
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

/** Counts that add up: what is in the input, and what became of it. */
export function InputSummary({ input, size, onUnreadable }: InputSummaryProps) {
  const { texts, fill, language } = useTexts();
  const { openOptions } = useActions();
  const { summary } = texts.workbench;
  const unreadable = input.unreadable.length;
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
      <span class="summary-size">{sizeText(size, language.locale)}</span>
    </div>
  );
}

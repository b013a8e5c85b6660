import { numberText, sizeText } from '../../lib/report/figures';
import { reasonText } from '../../lib/report/inspection-report';
import type { OpenInput } from '../../lib/store/workbench';
import { Button } from '../ui/button';
import { CodeText } from '../ui/code-text';
import { StateIcon } from '../ui/icons';
import { useTexts } from '../ui/language';

interface ReadingViewProps {
  readonly input: OpenInput;
  /** From 0 to 1. */
  readonly progress: number;
  readonly onCancel: () => void;
}

/** An input that is being read. */
export function ReadingView({ input, progress, onCancel }: ReadingViewProps) {
  const { texts, fill, language } = useTexts();
  const { reading } = texts.workbench;
  const { locale } = language;
  const title = fill(reading.title, { name: input.name });
  const values = { percent: numberText(progress * 100, locale), size: sizeText(input.size, locale) };
  return (
    <section class="input-state" data-state="reading">
      <h2>{title}</h2>
      {/* Parsing tells nothing of its progress: until it is over the bar says only that something goes on. */}
      <progress max={1} value={progress === 0 ? undefined : progress} aria-label={title} />
      <p class="quiet-text">{fill(reading.progress, values)}</p>
      <Button onClick={onCancel}>{reading.cancel}</Button>
    </section>
  );
}

interface FailedViewProps {
  readonly name: string;
  readonly problem: Extract<OpenInput['state'], { type: 'failed' }>['problem'];
}

/** An input that could not be read, and why. */
export function FailedView({ name, problem }: FailedViewProps) {
  const { texts, fill, language } = useTexts();
  const { failed } = texts.workbench;
  return (
    <section class="input-state" data-state="failed" role="alert">
      <StateIcon state="unreadable" size={20} />
      <h2>{fill(failed.title, { name })}</h2>
      <p>
        <CodeText text={problem === 'broke-off' ? fill(failed.brokeOff) : reasonText(problem, language)} />
      </p>
    </section>
  );
}

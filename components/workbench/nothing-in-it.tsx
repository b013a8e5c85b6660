import { hostsText } from '../../lib/report/hosts-text';
import type { JudgedInput } from '../../lib/store/judged-input';
import { useActions } from '../ui/actions';
import { Button } from '../ui/button';
import { Glyph } from '../ui/icons';
import { useTexts } from '../ui/language';

/** Why an input that could be read shows nothing. */
export function NothingInIt({ input }: { input: JudgedInput }) {
  const { texts, fill, language } = useTexts();
  const { openOptions } = useActions();
  const { nothing, options } = texts.workbench;
  const isIgnored = input.exchanges.length === 0 && input.ignored > 0;
  const text = isIgnored
    ? fill(nothing.ignored, { count: input.ignored })
    : fill(input.exchanges.length > 0 ? nothing.furniture : nothing.empty);
  return (
    <div class="empty" data-why="nothing">
      <Glyph name="eye-off" size={20} />
      <div>
        <h2>{nothing.title}</h2>
        <p>{text}</p>
        {isIgnored && <p>{hostsText(input.ignoredHosts, language)}</p>}
        {isIgnored && (
          <div class="empty-cure">
            <Button kind="primary" tall onClick={openOptions}>
              {options}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

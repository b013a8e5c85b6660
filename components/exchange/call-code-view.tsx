import type { Exchange } from '../../lib/exchange/exchange';
import { CODE_LANGUAGES, callCode, isKeyLeftOut } from '../../lib/report/call-code';
import { CodeText } from '../ui/code-text';
import { CopyButton } from '../ui/copy-button';
import { useTexts } from '../ui/language';
import { useLayout } from '../ui/layout';
import { Tabs } from '../ui/tabs';

/** The call to try again: with its faults, without its key. */
export function CallCode({ exchange }: { exchange: Exchange }) {
  const { texts, fill } = useTexts();
  const { code: words, languages } = texts.detail;
  const { code, readCode } = useLayout();
  const language = CODE_LANGUAGES.find((id) => id === code) ?? 'curl';
  const text = callCode(exchange, language);
  return (
    <section class="block call-code">
      <h3>{words.title}</h3>
      <Tabs
        label={fill(words.title)}
        items={CODE_LANGUAGES.map((id) => ({ id, label: String(languages[id]) }))}
        selected={language}
        onSelect={readCode}
        aside={<CopyButton text={() => text} />}
      >
        <div class="code snippet">{text}</div>
      </Tabs>
      <p class="quiet-text">
        <CodeText text={fill(words.hint)} />
        {isKeyLeftOut(exchange) && (
          <>
            {' '}
            <CodeText text={fill(words.keyLeftOut)} />
          </>
        )}
      </p>
    </section>
  );
}

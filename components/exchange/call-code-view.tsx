import { useState } from 'preact/hooks';
import type { Exchange } from '../../lib/exchange/exchange';
import { CODE_LANGUAGES, type CodeLanguage, callCode } from '../../lib/report/call-code';
import { CodeText } from '../ui/code-text';
import { CopyButton } from '../ui/copy-button';
import { useTexts } from '../ui/language';
import { Tabs } from '../ui/tabs';

/** The call to try again: with its faults, without its key. */
export function CallCode({ exchange }: { exchange: Exchange }) {
  const { texts, fill } = useTexts();
  const { code, languages } = texts.detail;
  const [language, setLanguage] = useState<CodeLanguage>('curl');
  const text = callCode(exchange, language);
  return (
    <section class="block call-code">
      <h3>{code.title}</h3>
      <Tabs
        label={fill(code.title)}
        items={CODE_LANGUAGES.map((id) => ({ id, label: String(languages[id]) }))}
        selected={language}
        onSelect={setLanguage}
        aside={<CopyButton text={() => text} />}
      >
        <div class="code snippet">{text}</div>
      </Tabs>
      <p class="quiet-text">
        <CodeText text={fill(code.hint)} />
      </p>
    </section>
  );
}

import type { RequestFacts } from '../../lib/exchange/exchange';
import { correctionOf, withMethod } from '../../lib/messages/correction-of';
import { CORRECTION_LANGUAGES } from '../../lib/messages/corrections';
import type { Finding } from '../../lib/rules/rule';
import { CopyButton } from '../ui/copy-button';
import { useTexts } from '../ui/language';
import { useLayout } from '../ui/layout';
import { Tabs } from '../ui/tabs';
import { correctedText, type DiffLine, diffLines } from './diff-lines';

const SIGNS = { wrong: '-', right: '+', context: ' ' } as const;

function Line({ line }: { line: DiffLine }) {
  const { texts } = useTexts();
  const { kind, before, part, after } = line;
  const { wrongLine, rightLine } = texts.detail.finding;
  const Part = kind === 'wrong' ? 'del' : 'ins';
  return (
    <div class={`diff-line ${kind}`}>
      <span class="sign" aria-hidden="true">
        {SIGNS[kind]}
      </span>
      {kind !== 'context' && <span class="sr-only">{kind === 'wrong' ? wrongLine : rightLine} </span>}
      <span>
        {before}
        {part !== '' && <Part>{part}</Part>}
        {after}
      </span>
    </div>
  );
}

/** The corrected code in the four terms of the user; nothing where the catalogue holds none. */
export function CorrectionView({ finding, request }: { finding: Finding; request: RequestFacts }) {
  const { texts } = useTexts();
  const { code, readCode } = useLayout();
  const catalogued = correctionOf(finding.rule, finding.message, finding.values);
  if (catalogued === undefined) return null;
  // The chat endpoints take POST only.
  const correction = request.endpoint ? catalogued : withMethod(catalogued, request.method);
  const { finding: words, languages } = texts.detail;
  const spoken = CORRECTION_LANGUAGES.find((id) => id === code) ?? 'fetch';
  const text = correction[spoken];
  return (
    <div class="correction">
      <Tabs
        label={String(words.correction)}
        items={CORRECTION_LANGUAGES.map((id) => ({ id, label: String(languages[id]) }))}
        selected={spoken}
        onSelect={readCode}
        aside={<CopyButton text={() => correctedText(text)} />}
      >
        <div class="code snippet">
          {diffLines(text).map((line, i) => (
            <Line key={i} line={line} />
          ))}
        </div>
      </Tabs>
    </div>
  );
}

import { useEffect, useMemo, useState } from 'preact/hooks';
import { countsText } from '../../lib/report/counts-text';
import { sizeText } from '../../lib/report/figures';
import { checkExport, type ExportCheck } from '../../lib/store/export-check';
import {
  EXPORT_FORMATS,
  type ExportFile,
  type ExportFormat,
  exportFileOf,
} from '../../lib/store/export-file';
import { useActions } from '../ui/actions';
import { Button } from '../ui/button';
import { CodeText } from '../ui/code-text';
import { CopyButton } from '../ui/copy-button';
import { Dialog } from '../ui/dialog';
import { StateIcon } from '../ui/icons';
import { useTexts } from '../ui/language';
import { saveFile } from '../ui/save-file';
import { Tabs } from '../ui/tabs';
import type { Exportable } from './export-button';

/** As much of a file as is shown before it is saved. */
const PREVIEW = 4_000;

type Counts = ExportFile['content'] | ExportFile['leftOut'];
type Counted = keyof ExportFile['content'] | keyof ExportFile['leftOut'];

/** Counts that are not nought, in words: `13 calls`, `2 redirects`. */
function useCounts(): (counts: Counts) => string[] {
  const { texts, fill } = useTexts();
  return (counts) =>
    (Object.entries(counts) as [Counted, number][]).flatMap(([name, count]) =>
      count > 0 ? [fill(texts.export[name], { count })] : [],
    );
}

function Account({ file }: { file: ExportFile }) {
  const { texts, fill, language } = useTexts();
  const words = texts.export;
  const counted = useCounts();
  const size = new TextEncoder().encode(file.text).length;
  const [calls, ...parts] = counted(file.content);
  const content = calls
    ? [`${calls}: ${countsText(file.counts, language)}`, ...parts].join(' · ')
    : undefined;
  const lines = [
    [words.content, content ?? fill(words.calls, { count: 0 })],
    [words.leftOut, [...counted(file.leftOut), words.contents].join(' · ')],
    [words.masked, fill(words.maskedCount, { count: file.masked })],
    [words.size, sizeText(size, language.locale)],
  ] as const;
  return (
    <dl class="facts">
      {lines.map(([name, text]) => (
        <div class="fact" key={text}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Looks at the file once more; `undefined` while it does. */
function useCheck(file: ExportFile): ExportCheck | undefined {
  const { redactKnown } = useActions();
  const [done, setDone] = useState<{ readonly of: ExportFile; readonly check: ExportCheck }>();
  useEffect(() => {
    let isWanted = true;
    void redactKnown(file.credentials).then((redact) => {
      if (isWanted) setDone({ of: file, check: checkExport(file, redact) });
    });
    return () => {
      isWanted = false;
    };
  }, [file, redactKnown]);
  return done?.of === file ? done.check : undefined;
}

function CheckLine({ check, isText }: { check: ExportCheck | undefined; isText: boolean }) {
  const { texts, fill } = useTexts();
  const { checking, checked, checkedText, refused, unreadable } = texts.export;
  const text = !check
    ? fill(checking)
    : check.outcome === 'fine'
      ? fill(isText ? checkedText : checked)
      : check.outcome === 'key'
        ? fill(refused, { place: check.place })
        : fill(unreadable);
  return (
    <p class="export-check" role="status">
      <StateIcon state={!check ? 'pending' : check.outcome === 'fine' ? 'clean' : 'error'} />
      <CodeText text={text} />
    </p>
  );
}

/** Shows what will be in a file before it is saved, and saves only what was proven to hold no key. */
export function ExportDialog(props: Exportable & { onClose: () => void }) {
  const { calls, shown, onClose, ...source } = props;
  const { texts, fill, language } = useTexts();
  const { version, browser } = useActions();
  const words = texts.export;
  const [format, setFormat] = useState<ExportFormat>('ticket');
  const [withHidden, setWithHidden] = useState(false);
  const [saved, setSaved] = useState('');
  const hidden = calls.length - shown.length;
  const file = useMemo(() => {
    const chosen = withHidden ? calls : shown;
    return exportFileOf(
      format,
      { ...source, calls: chosen, known: calls, made: Date.now(), version, browser },
      language,
    );
  }, [format, withHidden]);
  const check = useCheck(file);
  const { length } = file.text;
  return (
    <Dialog class="export" title={fill(words.action)} closeLabel={fill(words.close)} onClose={onClose}>
      <Tabs
        label={fill(words.formatsLabel)}
        items={EXPORT_FORMATS.map((id) => ({ id, label: String(words.formats[id]) }))}
        selected={format}
        onSelect={(next) => {
          setFormat(next);
          setSaved('');
        }}
      >
        <p>{words.about[format]}</p>
        {hidden > 0 && (
          <label class="export-hidden">
            <input
              type="checkbox"
              checked={withHidden}
              onChange={(event) => setWithHidden(event.currentTarget.checked)}
            />
            {fill(words.hidden, { count: hidden })}
          </label>
        )}
        <Account file={file} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by key */}
        <section class="code export-preview" aria-label={fill(words.preview)} tabIndex={0}>
          {file.text.slice(0, PREVIEW)}
        </section>
        {length > PREVIEW && (
          <p class="quiet-text">{fill(words.previewCut, { shown: PREVIEW, count: length })}</p>
        )}
      </Tabs>
      <div class="export-foot">
        <CheckLine check={check} isText={format === 'ticket'} />
        {check?.outcome === 'fine' && (
          <>
            {format === 'ticket' && <CopyButton kind="plain" text={() => file.text} />}
            <Button
              kind="primary"
              glyph="download"
              onClick={() => {
                saveFile(file.name, file.text, file.type);
                setSaved(file.name);
              }}
            >
              {words.save}
            </Button>
          </>
        )}
        <p class="quiet-text" role="status">
          {saved && <CodeText text={fill(words.saved, { name: saved })} />}
        </p>
      </div>
    </Dialog>
  );
}

import type { ComponentChildren } from 'preact';
import { type Exportable, ExportButton } from '../export/export-button';
import { useActions } from '../ui/actions';
import { Button, IconButton } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { Glyph, ProductMark } from '../ui/icons';
import { useTexts } from '../ui/language';

interface WorkbenchHeadProps {
  /** Nothing is open: the page itself says how to open something. */
  readonly isEmpty: boolean;
  /** `undefined`, as the next, while there is nothing to report on or to export. */
  readonly report: (() => string) | undefined;
  readonly exportable: (() => Exportable) | undefined;
  readonly onOpen: () => void;
  readonly onPaste: () => void;
  /** What is open. */
  readonly children: ComponentChildren;
}

export function WorkbenchHead(props: WorkbenchHeadProps) {
  const { isEmpty, exportable, report, onOpen, onPaste, children } = props;
  const { texts, fill } = useTexts();
  const { openOptions } = useActions();
  const words = texts.workbench;
  return (
    <header class="page-head workbench-head">
      <ProductMark size={20} />
      <h1>
        Infuzu <span>{words.title}</span>
      </h1>
      <div class="head-inputs">
        {children}
        {!isEmpty && (
          <>
            <Button kind="link-like" glyph="open" title={fill(words.open)} onClick={onOpen}>
              <span class="button-text">{words.open}</span>
            </Button>
            <Button kind="link-like" glyph="paste" title={fill(words.paste)} onClick={onPaste}>
              <span class="button-text">{words.paste}</span>
            </Button>
          </>
        )}
      </div>
      <span class="head-end">
        <span class="head-local quiet-text">{words.local}</span>
        {exportable && <ExportButton take={exportable} />}
        {report && <CopyButton kind="primary" label={fill(words.copyReport)} text={report} />}
        <IconButton label={fill(words.options)} onClick={openOptions}>
          <Glyph name="options" size={16} />
        </IconButton>
      </span>
    </header>
  );
}

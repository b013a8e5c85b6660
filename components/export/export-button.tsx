import { useState } from 'preact/hooks';
import type { InspectedCall } from '../../lib/store/calls';
import type { ExportSource } from '../../lib/store/export-file';
import { Button } from '../ui/button';
import { useTexts } from '../ui/language';
import { ExportDialog } from './export-dialog';

/** What there is to export, as it is at this moment. */
export interface Exportable extends Pick<ExportSource, 'filter' | 'dropped' | 'name' | 'file'> {
  readonly calls: readonly InspectedCall[];
  /** What the list shows of them. */
  readonly shown: readonly InspectedCall[];
}

/** Opens the export of what the list shows. */
export function ExportButton({ take }: { take: () => Exportable }) {
  const { texts } = useTexts();
  const [taken, setTaken] = useState<Exportable>();
  return (
    <>
      <Button kind="link-like" class="export-open" glyph="download" onClick={() => setTaken(take())}>
        <span class="button-text">{texts.export.action}</span>
      </Button>
      {taken && <ExportDialog {...taken} onClose={() => setTaken(undefined)} />}
    </>
  );
}

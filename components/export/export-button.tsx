import { useState } from 'preact/hooks';
import type { InspectedCall } from '../../lib/store/calls';
import { Button } from '../ui/button';
import { useTexts } from '../ui/language';
import { ExportDialog } from './export-dialog';

/** What there is to export, as it is at this moment. */
export interface Exportable {
  readonly calls: readonly InspectedCall[];
  /** What the list shows of them. */
  readonly shown: readonly InspectedCall[];
  /** What hides the others, in the terms of the filter. */
  readonly filter: string;
  /** Calls that were dropped to stay within bounds. */
  readonly dropped: number;
  /** Where they come from; empty where it is not known. */
  readonly name: string;
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

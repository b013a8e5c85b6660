import { useEffect, useState } from 'preact/hooks';
import type { InputSource } from '../../lib/store/workbench';
import { isTyping } from '../exchange/use-page-key';

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Files as sources, in the order in which they were given. */
export function sourcesOf(files: Iterable<File>): InputSource[] {
  return [...files].map((file) => ({ name: file.name, data: file }));
}

/** Text as a source. It goes to the reader as it is, and is never a part of the page. */
export function sourceOfText(text: string, name: string): InputSource {
  return { name, data: new Blob([text]) };
}

/**
 * Takes what is dropped or pasted anywhere on the page.
 * @param onNothing is told when what is pasted holds neither a file nor text
 * @returns whether files hover over the page
 */
export function useBringing(
  open: (sources: readonly InputSource[]) => void,
  onNothing: () => void,
  nameOfText: string,
): boolean {
  const [hovers, setHovers] = useState(false);
  useEffect(() => {
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth++;
      setHovers(true);
    };
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth--;
      if (depth <= 0) setHovers(false);
    };
    const over = (event: DragEvent) => event.preventDefault();
    const take = (event: Event, data: DataTransfer | null) => {
      const sources = sourcesOf(data?.files ?? []);
      const text = data?.getData('text/plain') ?? '';
      if (sources.length === 0 && text.trim() !== '') sources.push(sourceOfText(text, nameOfText));
      event.preventDefault();
      if (sources.length > 0) open(sources);
      else if (event.type === 'paste') onNothing();
    };
    const drop = (event: DragEvent) => {
      depth = 0;
      setHovers(false);
      take(event, event.dataTransfer);
    };
    const paste = (event: ClipboardEvent) => {
      if (!isTyping(event.target)) take(event, event.clipboardData);
    };
    document.addEventListener('dragenter', enter);
    document.addEventListener('dragleave', leave);
    document.addEventListener('dragover', over);
    document.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('dragenter', enter);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('dragover', over);
      document.removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, [open, onNothing, nameOfText]);
  return hovers;
}

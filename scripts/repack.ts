/**
 * Makes a zip file the same every time: WXT writes the moment of the build and the order of the disk into it.
 * addons.mozilla.org compares the published package with one rebuilt from its sources.
 */
import { readFile, writeFile } from 'node:fs/promises';
// Comes with WXT, which writes its packages with it. Its own deflate gives the same bytes with every version of Node.
import JSZip from 'jszip';

/** The oldest date that a zip file can hold. */
const DATE = new Date(Date.UTC(1980, 0, 1));

export async function repack(file: string): Promise<void> {
  const written = await JSZip.loadAsync(await readFile(file));
  const packed = new JSZip();
  for (const name of Object.keys(written.files).sort()) {
    const entry = written.files[name];
    if (entry === undefined || entry.dir) continue;
    packed.file(name, await entry.async('uint8array'), { date: DATE, createFolders: false });
  }
  const options = { compression: 'DEFLATE', compressionOptions: { level: 9 } } as const;
  await writeFile(file, await packed.generateAsync({ type: 'nodebuffer', ...options }));
}

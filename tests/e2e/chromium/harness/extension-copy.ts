/**
 * A temporary copy of the built extension. Its id comes from its folder, so each copy begins with nothing in its storage;
 * it can have more host permissions, because no test can accept the browser's prompt.
 */
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type TemporaryFolder, temporaryFolder } from '../../harness/temporary-folder';

/** The part of the manifest that the harness reads. */
export interface Manifest {
  readonly name: string;
  readonly host_permissions?: readonly string[];
  readonly devtools_page?: string;
  readonly action?: { readonly default_popup?: string };
  readonly background?: { readonly service_worker?: string };
}

export async function readManifest(extensionDir: string): Promise<Manifest> {
  const file = path.join(extensionDir, 'manifest.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Manifest;
  } catch (error) {
    throw new Error(`There is no built extension in ${extensionDir}: build it first ("npm run build").`, {
      cause: error,
    });
  }
}

/** Copies the extension and grants it these hosts, as if the user had accepted the prompt. */
export async function copyWithGrants(
  extensionDir: string,
  manifest: Manifest,
  grantedHosts: readonly string[],
): Promise<TemporaryFolder> {
  const folder = await temporaryFolder('extension');
  await cp(extensionDir, folder.path, { recursive: true });
  if (grantedHosts.length > 0) {
    const hosts = new Set([...(manifest.host_permissions ?? []), ...grantedHosts]);
    const granted = { ...manifest, host_permissions: [...hosts] };
    await writeFile(path.join(folder.path, 'manifest.json'), JSON.stringify(granted, null, 2));
  }
  return folder;
}

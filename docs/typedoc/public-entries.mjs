import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { entriesOf } from '../../scripts/bundle/entries.mjs';

const packages = fileURLToPath(new URL('../../packages/', import.meta.url));

/** What programs import of the published packages, each with the source that it comes from. */
export const publicEntries = readdirSync(packages)
  .sort()
  .flatMap((folder) => {
    const { manifest, imported } = entriesOf(`${packages}${folder}`);
    if (manifest.private) return [];
    return imported.map(({ specifier, name }) => ({
      specifier,
      package: manifest.name,
      source: `${packages}${folder}/src/${name}.ts`,
      description: manifest.description,
    }));
  });

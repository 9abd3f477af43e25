import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** Where the sources can be read and edited, as `https://host/owner/name`; undefined where package.json names none. */
export const repository = manifest.repository?.url.replace(/^git\+/, '').replace(/\.git$/, '');

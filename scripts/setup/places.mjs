import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Marks of what is done, the lock and the log. Ignored by git; may be deleted at any time. */
export const CACHE = join(ROOT, '.cache', 'setup');
export const LOG = join(CACHE, 'setup.log');

/** The entry of an installed tool, run with this Node: no shell, so the same on every system. */
export const TSC = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');

mkdirSync(CACHE, { recursive: true });

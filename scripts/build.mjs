// `npm run build`: compiles the packages, and removes the output of sources that are gone.
import { spawnSync } from 'node:child_process';
import { ROOT, TSC } from './setup/places.mjs';
import { removeStaleOutput } from './setup/remove-stale-output.mjs';

removeStaleOutput();
const { status } = spawnSync(process.execPath, [TSC, '-b'], { cwd: ROOT, stdio: 'inherit' });
process.exitCode = status ?? 1;

// `npm run build`: compiles and bundles the packages.
import { spawnSync } from 'node:child_process';
import { bundlePackages } from './bundle/bundle-packages.mjs';
import { ROOT, TSC } from './setup/places.mjs';

const { status } = spawnSync(process.execPath, [TSC, '-b'], { cwd: ROOT, stdio: 'inherit' });
if (status === 0) await bundlePackages();
process.exitCode = status ?? 1;

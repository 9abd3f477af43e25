// `npm run bump`: the pending changesets become versions and changelogs, and what is written in the sources by
// the version follows: the packages' own constants, and the dependencies of the projects that `init` makes.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { publicPackages } from './release/public-packages.mjs';
import { writeVersions } from './release/write-versions.mjs';
import { ROOT } from './setup/places.mjs';

const CHANGESET = join(ROOT, 'node_modules', '@changesets', 'cli', 'bin.js');

const { status } = spawnSync(process.execPath, [CHANGESET, 'version'], {
  cwd: ROOT,
  stdio: 'inherit',
});
if (status === 0) {
  const { version } = publicPackages(ROOT)[0].manifest;
  for (const file of writeVersions(ROOT, version)) console.log(`${version}: ${file}`);
  console.log('Look at the changelogs, commit, and see CONTRIBUTING.md for the release.');
}
process.exitCode = status ?? 1;

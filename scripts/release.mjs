// `npm run release`: what would be published, checked and packed; nothing leaves this machine.
// `npm run release -- --publish` publishes, in the workflow "release". `--no-build` takes dist/ as it is.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkPack, pack } from './release/pack.mjs';
import { problemsOf } from './release/problems.mjs';
import { publicPackages } from './release/public-packages.mjs';
import { cannotPublish, distTagOf, publish } from './release/publish.mjs';
import { requireNode } from './setup/check-node.mjs';
import { ROOT } from './setup/places.mjs';

requireNode();
const { values } = parseArgs({
  options: {
    publish: { type: 'boolean', default: false },
    build: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const folder = mkdtempSync(join(tmpdir(), 'nova-act-release-'));
try {
  process.exitCode = await release();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function release() {
  const refused = values.publish ? cannotPublish(process.env) : undefined;
  const problems = [...(refused ? [refused] : []), ...problemsOf(ROOT, process.env)];
  if (problems.length > 0) {
    console.error(`Nothing can be released:\n${problems.map((one) => `- ${one}`).join('\n')}`);
    return 1;
  }
  if (values.build) {
    const script = join(ROOT, 'scripts', 'build.mjs');
    const { status } = spawnSync(process.execPath, [script], { cwd: ROOT, stdio: 'inherit' });
    if (status !== 0) return 1;
  }

  const packages = publicPackages(ROOT);
  const { version } = packages[0].manifest;
  // All are checked before the first leaves: a release is all of them or none.
  const packed = await Promise.all(
    packages.map(async (one) => {
      const made = await pack(one, folder);
      await checkPack(made, one.manifest, folder);
      return made;
    }),
  );
  for (const { name, files, bytes } of packed) {
    console.log(`${name} ${version}: ${files} files, ${Math.ceil(bytes / 1000)} kB`);
  }
  if (!values.publish) {
    console.log(
      `Would be published as ${distTagOf(version)}, with provenance, in this order. Nothing was: this is a dry run.`,
    );
    return 0;
  }
  for (const one of packed) {
    console.log(`${one.name} ${version}: ${await publish(one, version, folder)}`);
  }
  return 0;
}

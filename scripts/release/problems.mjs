import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicPackages } from './public-packages.mjs';

/** What stands against a release of the tree as it is, a sentence each with what mends it. */
export function problemsOf(root, env = {}) {
  return [
    ...treeProblems(root),
    ...versionProblems(root),
    ...changelogProblems(root),
    ...originProblems(root, env),
  ];
}

function treeProblems(root) {
  const { status, stdout, stderr } = spawnSync('git', ['status', '--porcelain'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) return [`git cannot tell what has changed: ${stderr.trim()}`];
  const changed = stdout.split('\n').filter(Boolean);
  if (changed.length === 0) return [];
  return [
    `The tree is not clean (${changed.length} files: ${changed[0].slice(3)} …). Commit first.`,
  ];
}

/** One version for all, so that a user never has to ask which go together. */
export function versionProblems(root) {
  const packages = publicPackages(root);
  const [{ manifest, name }] = packages;
  return packages
    .filter((one) => one.manifest.version !== manifest.version)
    .map(
      (one) =>
        `${one.name} is ${one.manifest.version}, and ${name} is ${manifest.version}. Run "npm run bump".`,
    );
}

export function changelogProblems(root) {
  const pending = existsSync(join(root, '.changeset'))
    ? readdirSync(join(root, '.changeset')).filter((file) => /^(?!README\b).*\.md$/.test(file))
    : [];
  const without = publicPackages(root).filter(({ path, manifest }) => {
    const file = join(path, 'CHANGELOG.md');
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    return !lines.includes(`## ${manifest.version}`);
  });
  return [
    ...(pending.length === 0
      ? []
      : [`${pending.length} changesets are pending (${pending[0]} …). Run "npm run bump".`]),
    ...without.map(
      ({ folder, manifest }) =>
        `packages/${folder}/CHANGELOG.md has no entry "## ${manifest.version}". ` +
        'Run "npm run changeset", then "npm run bump".',
    ),
  ];
}

/** npm refuses a provenance that names another repository than the manifest does: better told before. */
function originProblems(root, env) {
  const problems = [];
  const packages = publicPackages(root);
  const { GITHUB_REPOSITORY, GITHUB_SERVER_URL, GITHUB_REF_TYPE, GITHUB_REF_NAME } = env;
  if (GITHUB_REPOSITORY) {
    const here = `git+${GITHUB_SERVER_URL ?? 'https://github.com'}/${GITHUB_REPOSITORY}.git`;
    for (const { name, manifest } of packages) {
      if (manifest.repository?.url === here) continue;
      problems.push(
        `${name} names the repository ${manifest.repository?.url}, and this is ${here}. Correct the manifests.`,
      );
    }
  }
  const { version } = packages[0].manifest;
  if (GITHUB_REF_TYPE === 'tag' && GITHUB_REF_NAME !== `v${version}`) {
    problems.push(`The tag is ${GITHUB_REF_NAME}, and the version ${version}: tag v${version}.`);
  }
  return problems;
}

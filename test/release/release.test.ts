import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { smallProject } from './small-project.js';

let project: ReturnType<typeof smallProject>;
beforeEach(() => {
  project = smallProject();
});
afterEach(() => project.remove());

const repository = 'nova-act-typescript/nova-act-typescript';
const inAction = {
  GITHUB_REPOSITORY: repository,
  GITHUB_REF_TYPE: 'tag',
  GITHUB_REF_NAME: 'v4.0.0',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://example.com/token',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
};

it('a dry run packs and checks every package behind what it depends on, and publishes nothing', () => {
  const { status, stdout, stderr } = project.run('release.mjs', ['--no-build']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.split('\n')).toEqual([
    expect.stringMatching(/^@nova-act\/core 4\.0\.0: 5 files, 1 kB$/),
    expect.stringMatching(/^nova-act 4\.0\.0: 5 files, 1 kB$/),
    expect.stringContaining('as latest, with provenance, in this order. Nothing was'),
    '',
  ]);
});

it('tells all that stands against a release at once, with what mends it', () => {
  project.write('packages/cli/CHANGELOG.md', '# one\n\n## 3.0.0\n');
  project.write('packages/cli/package.json', {
    ...(JSON.parse(project.read('packages/cli/package.json')) as object),
    version: '4.1.0',
  });
  project.write('.changeset/some-change.md', '---\n"nova-act": patch\n---\n\nX\n');
  const { status, stderr } = project.run('release.mjs', ['--no-build', '--publish'], {
    GITHUB_REPOSITORY: 'somebody/else',
    GITHUB_REF_TYPE: 'tag',
    GITHUB_REF_NAME: 'v3.0.0',
  });
  expect(status).toBe(1);
  expect(stderr).toContain('id-token: write');
  expect(stderr).toContain('The tree is not clean (3 files');
  expect(stderr).toContain('nova-act is 4.1.0, and @nova-act/core is 4.0.0');
  expect(stderr).toContain('1 changesets are pending (some-change.md');
  expect(stderr).toContain('packages/cli/CHANGELOG.md has no entry "## 4.1.0"');
  expect(stderr).toContain('this is git+https://github.com/somebody/else.git');
  expect(stderr).toContain('The tag is v3.0.0, and the version 4.0.0');
});

it('a package that publint refuses keeps all of them back', () => {
  project.write('packages/cli/index.d.ts', 'export declare const answer: number;\n');
  project.write('packages/cli/package.json', {
    ...(JSON.parse(project.read('packages/cli/package.json')) as object),
    exports: { types: './index.d.ts', default: './missing.js' },
  });
  project.commit();
  const { status, stderr } = project.run('release.mjs', ['--no-build']);
  expect(status).toBe(1);
  expect(stderr).toContain('missing.js');
});

it.skipIf(process.platform === 'win32')(
  'publishes the packed files with provenance, in the workflow, and leaves out what is there',
  () => {
    // An npm that notes what it is asked for, and knows one package already.
    const bin = join(project.path, '.cache/bin');
    const log = join(project.path, '.cache/npm.log');
    mkdirSync(bin, { recursive: true });
    writeFileSync(
      join(bin, 'npm'),
      `#!/bin/sh
echo "$@" >> ${log}
case "$*" in
  "view @nova-act/core@4.0.0 version") echo 4.0.0 ;;
  view*) echo "npm error code E404" >&2; exit 1 ;;
  publish*) test -f "$2" ;;
esac
`,
    );
    chmodSync(join(bin, 'npm'), 0o755);
    const { status, stdout, stderr } = project.run(
      'release.mjs',
      ['--no-build', '--publish'],
      inAction,
      bin,
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('@nova-act/core 4.0.0: is there already');
    expect(stdout).toContain('nova-act 4.0.0: published as latest');
    const asked = readFileSync(log, 'utf8').trim().split('\n');
    expect(asked).toEqual([
      'view @nova-act/core@4.0.0 version',
      'view nova-act@4.0.0 version',
      expect.stringMatching(
        /^publish \S+nova-act-4\.0\.0\.tgz --provenance --access public --tag latest$/,
      ),
    ]);
  },
);

it('a changeset of one package raises all, with their changelogs and what sources and templates say', () => {
  project.write(
    '.changeset/some-change.md',
    '---\n"@nova-act/core": minor\n---\n\nBetter answers.\n',
  );
  project.write('packages/cli/templates/script/package.json', {
    dependencies: { '@nova-act/core': '^4.0.0', zod: '^4.2.0' },
  });
  const { status, stderr } = project.run('bump.mjs');
  expect(status, stderr).toBe(0);
  for (const folder of ['cli', 'core']) {
    expect(JSON.parse(project.read(`packages/${folder}/package.json`)).version).toBe('4.1.0');
    expect(project.read(`packages/${folder}/CHANGELOG.md`)).toContain('## 4.1.0\n');
    expect(project.read(`packages/${folder}/src/version.ts`)).toContain("'4.1.0'");
  }
  expect(project.read('packages/core/CHANGELOG.md')).toContain('Better answers.');
  const template = project.read('packages/cli/templates/script/package.json');
  expect(JSON.parse(template).dependencies).toEqual({ '@nova-act/core': '^4.1.0', zod: '^4.2.0' });
  expect(existsSync(join(project.path, '.changeset/some-change.md'))).toBe(false);
});

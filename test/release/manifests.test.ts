import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changelogProblems, versionProblems } from '../../scripts/release/problems.mjs';
import { PACKAGES, ROOT } from '../architecture/source-files.js';

interface Manifest {
  name: string;
  version: string;
  homepage: string;
  author: string;
  license: string;
  description: string;
  keywords: string[];
  bugs: { url: string };
  repository: { type: string; url: string; directory?: string };
  engines: { node: string };
  publishConfig: { access: string; provenance: boolean };
  files: string[];
  bin?: Record<string, string>;
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const manifestIn = (folder: string) => JSON.parse(read(join(folder, 'package.json'))) as Manifest;
const root = manifestIn('.');
const url = root.repository.url.replace(/^git\+|\.git$/g, '');

describe.each(PACKAGES)('the manifest of %s', (folder) => {
  const manifest = manifestIn(`packages/${folder}`);

  it('says where the package comes from, as the root does', () => {
    expect(manifest).toMatchObject({
      repository: { type: 'git', url: root.repository.url, directory: `packages/${folder}` },
      homepage: `${url}/tree/main/packages/${folder}#readme`,
      bugs: root.bugs,
      author: root.author,
      license: root.license,
      engines: root.engines,
      publishConfig: { access: 'public', provenance: true },
    });
  });

  it('says what the package is, in a sentence and in words to search for', () => {
    expect(manifest.description).toMatch(/^[A-Z].+\.$/);
    expect(manifest.keywords).toContain('nova-act');
    expect(manifest.keywords.length).toBeGreaterThan(4);
    expect(new Set(manifest.keywords).size).toBe(manifest.keywords.length);
  });

  it('names only files that are there, or are built', () => {
    const named = [...manifest.files, ...Object.values(manifest.bin ?? {})];
    const missing = named.filter((file) => !existsSync(join(ROOT, 'packages', folder, file)));
    expect(missing).toEqual([]);
  });
});

it('every folder of packages/ is known to these tests', () => {
  expect(readdirSync(join(ROOT, 'packages')).sort()).toEqual([...PACKAGES].sort());
});

it('all packages have one version, and a changelog with an entry for it', () => {
  expect(versionProblems(ROOT)).toEqual([]);
  expect(changelogProblems(ROOT).filter((one) => !one.includes('are pending'))).toEqual([]);
  for (const folder of PACKAGES) {
    expect(read('CHANGELOG.md')).toContain(`packages/${folder}/CHANGELOG.md`);
  }
});

it('where the repository is, is the same everywhere', () => {
  const pages = ['SECURITY.md', '.github/ISSUE_TEMPLATE/config.yml'];
  for (const page of pages) {
    expect(read(page), page).toContain(`${url}/security/advisories/new`);
  }
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../architecture/source-files.js';

it('has a lockfile that ties nobody to a registry', () => {
  const lockfile = readFileSync(join(ROOT, 'pnpm-lock.yaml'), 'utf8');
  expect(lockfile.match(/https?:\/\/[^\s'"]+/g) ?? []).toEqual([]);
});

it('is set up with Node’s own modules alone, since nothing else is installed yet', () => {
  const folder = join(ROOT, 'scripts', 'setup');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mjs') && !file.endsWith('probe.mjs'))
    .map((file) => join(folder, file));
  const foreign = [join(ROOT, 'scripts', 'setup.mjs'), ...files].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\b(?:from|import\()\s*'([^']+)'/g)]
      .map((match) => match[1] ?? '')
      .filter((specifier) => !/^(?:node:|\.)/.test(specifier)),
  );
  expect(files.length).toBeGreaterThan(5);
  expect(foreign).toEqual([]);
});

it('pins pnpm to one version', () => {
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    packageManager: string;
  };
  expect(packageManager).toMatch(/^pnpm@\d+\.\d+\.\d+/);
});

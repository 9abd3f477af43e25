import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../architecture/source-files.js';
import { EXCERPT } from './code-blocks.js';

const DOCS = join(ROOT, 'docs');

const excerpts = ['', 'aws'].flatMap((folder) =>
  readdirSync(join(DOCS, folder))
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => {
      const page = join(folder, file);
      return [...readFileSync(join(DOCS, page), 'utf8').matchAll(EXCERPT)].map(
        ([, path = '', text = '']) => ({ page, path, text }),
      );
    }),
);

it('the pages of the documentation have excerpts of files that are tested elsewhere', () => {
  expect(excerpts.length).toBeGreaterThan(7);
});

it.each(excerpts)('$page shows $path as it is', ({ page, path, text }) => {
  expect(readFileSync(join(DOCS, dirname(page), path), 'utf8')).toContain(text);
});

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writtenPages } from '../../docs/.vitepress/pages.js';
import { buildDocs } from '../../scripts/docs/build-docs.mjs';
import { ROOT } from '../architecture/source-files.js';

const DOCS = join(ROOT, 'docs');
const folder = mkdtempSync(join(tmpdir(), 'nova-act-site-'));
const html = (page: string) => readFileSync(join(folder, `${page}.html`), 'utf8');
let pages: string[];

beforeAll(async () => {
  // Dead links between pages fail it.
  expect(await buildDocs(['--outDir', folder], process.env)).toBe(true);
  pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html') && path !== '404.html')
    .map((path) => path.replaceAll('\\', '/').slice(0, -'.html'.length));
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the site of the documentation', () => {
  it('has every page that is written, in its sidebar too', () => {
    const written = writtenPages(DOCS).map(({ path }) => path.replace(/\.md$/, ''));
    expect(written.filter((page) => !pages.includes(page))).toEqual([]);
    const start = html('index') + html(written[0] ?? '');
    expect(written.filter((page) => !start.includes(`href="/${page}"`))).toEqual([]);
  });

  it('has the reference of every published package', () => {
    for (const name of ['NovaAct', 'withWorkflow', 'startLocalService', 'rulesModel']) {
      expect(pages.filter((page) => page.endsWith(`/${name}`))).not.toEqual([]);
    }
  });

  it('leads to no heading that is not there', () => {
    const ids = new Map<string, Set<string>>();
    const idsOf = (page: string) => {
      const known =
        ids.get(page) ??
        new Set([...html(page).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? ''));
      ids.set(page, known);
      return known;
    };
    const broken = pages.flatMap((page) =>
      [...html(page).matchAll(/ href="(\/[^"#]*|)#([^"]+)"/g)]
        .map(([, path = '', id = '']) => ({ path, id: decodeURIComponent(id) }))
        .filter(({ path, id }) => !idsOf(pageAt(path, page)).has(id))
        .map(({ path, id }) => `${page}: ${path}#${id}`),
    );
    expect(broken).toEqual([]);
  });

  it('loads nothing from elsewhere', () => {
    const foreign = pages.flatMap((page) =>
      [
        ...html(page).matchAll(/<(?:script|link|img)[^>]+(?:src|href)="(?:https?:)?\/\/[^"]+"/g),
      ].map(([tag]) => `${page}: ${tag}`),
    );
    const css = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.css'));
    const imports = css.filter((name) =>
      /url\(["']?(?:https?:)?\/\//.test(readFileSync(join(folder, 'assets', name), 'utf8')),
    );
    expect([foreign, imports]).toEqual([[], []]);
  });
});

function pageAt(path: string, from: string): string {
  if (path === '') return from;
  const page =
    path
      .slice(1)
      .replace(/\/$/, '/index')
      .replace(/\.html$/, '') || 'index';
  return existsSync(join(folder, `${page}.html`)) ? page : `${page}/index`;
}

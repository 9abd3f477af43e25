import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../architecture/source-files.js';
import { node } from '../packaging/run.js';
import { EXCERPT, PAGES, READMES, readText } from './code-blocks.js';
import { programsOf, writePrograms } from './programs.js';

const existing = [...READMES, ...PAGES].filter((readme) => existsSync(join(ROOT, readme)));

describe('the TypeScript in the READMEs and on the pages', () => {
  it('compiles, program by program', async () => {
    using written = writePrograms('readme', existing.flatMap(programsOf));
    const compilerOptions = { noUnusedLocals: false, noUnusedParameters: false };
    const config = { extends: '../../tsconfig.test.json', compilerOptions, include: ['*.ts'] };
    writeFileSync(join(written.folder, 'tsconfig.json'), JSON.stringify(config));
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    expect(await node([tsc, '-p', written.folder, '--pretty', 'false'], ROOT)).toBe('');
  });
});

/** `/reference/…` of a page is generated with the site, whose build finds out whether it is there. */
function fileOfLink(readme: string, link: string): string {
  if (!link.startsWith('/')) return join(dirname(readme), link);
  if (link.startsWith('/reference/')) return 'docs';
  return join('docs', `${link.replace(/\/$/, '/index').replace(/\.md$/, '')}.md`);
}

/** The headings of a page, by the names that GitHub gives them. */
const headings = (file: string): string[] =>
  [...readText(file).matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\d _-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe.each(existing)('%s', (readme) => {
  const text = readText(readme);

  it('links to nothing that is not there', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map((match) => match[1] ?? '');
    const broken = links.filter((link) => !existsSync(join(ROOT, fileOfLink(readme, link))));
    expect(broken).toEqual([]);
  });

  it('links to no heading that is not there', () => {
    const links = [...text.matchAll(/\]\((?!https?:|\/reference)([^)#\s]*)#([^)\s]+)\)/g)];
    const broken = links.filter(([, path = '', id]) => {
      const file = path ? fileOfLink(readme, path) : readme;
      return file.endsWith('.md') && !headings(file).includes(id ?? '');
    });
    expect(broken.map(([, path, id]) => `${path}#${id}`)).toEqual([]);
  });

  it('names only npm scripts and examples that exist', () => {
    const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> };
    // An excerpt of another project is about the scripts of that.
    const own = text.replace(EXCERPT, '');
    const named = [...own.matchAll(/npm run ([a-z]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
    const examples = [...text.matchAll(/npm run example -- ([a-z-]+)/g)].map((match) => match[1]);
    expect(examples.filter((name) => !existsSync(join(ROOT, `examples/${name}.ts`)))).toEqual([]);
  });
});

describe('the errors that READMEs and pages name', () => {
  it('are exported by a package', () => {
    // That page has the names of the Python SDK, which a test of its own holds.
    const named = new Set(
      existing
        .filter((page) => !page.includes('python'))
        .flatMap((page) =>
          [...readText(page).matchAll(/`([A-Z]\w+Error)`/g)].map(([, name]) => name ?? ''),
        ),
    );
    const exported = ['core', 'workflow', 'local'].map((name) =>
      readText(`packages/${name}/src/index.ts`),
    );
    const missing = [...named].filter((name) => !new RegExp(`\\b${name}\\b`).test(exported.join()));
    expect(missing).toEqual([]);
  });
});

describe('the table of environment variables', () => {
  it('has every variable that config.ts reads, and besides only what AWS’s tools read too', () => {
    const named = (text: string, pattern: RegExp) =>
      [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();
    const rows = readText('docs/environment.md')
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    const documented = named(rows.join('\n').replace(/\|[^|]*\|$/gm, '|'), /`([A-Z][A-Z_]+)`/g);
    const read = named(readText('packages/core/src/config.ts'), /reader\.\w+\('([A-Z_]+)'/g);
    const isAws = (name: string) => name.startsWith('AWS_');
    expect(documented.filter((name) => !isAws(name))).toEqual(read);
    const explained = readText('docs/credentials-and-networks.md');
    expect(documented.filter((name) => isAws(name) && !explained.includes(name))).toEqual([]);
  });
});

describe('the messages that docs/credentials-and-networks.md explains', () => {
  it('are what the library says, word for word', () => {
    const table = /\n\| the message says \|[\s\S]*$/.exec(
      readText('docs/credentials-and-networks.md'),
    );
    const rows = (table?.[0] ?? '').split('\n').filter((line) => line.startsWith('| '));
    const fragments = rows
      .slice(1)
      .map((row) => row.split(' | ')[0] ?? '')
      .flatMap((said) => said.split(/…|\*\w+\*|[|;,:()`]|\d{3}/))
      .map((fragment) => fragment.trim().replace(/\.$/, '').toLowerCase())
      .filter((fragment) => fragment.split(' ').length > 1);
    const folder = 'packages/core/src/service';
    const source = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readText(join(folder, name)))
      .join('\n')
      .replace(/['"`] \+\s+['"`]/g, '')
      .toLowerCase();
    expect(fragments.length).toBeGreaterThan(30);
    expect(fragments.filter((fragment) => !source.includes(fragment))).toEqual([]);
  });
});

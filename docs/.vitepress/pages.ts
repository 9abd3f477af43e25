import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DefaultTheme } from 'vitepress';
import { parse } from 'yaml';

/** The groups of the sidebar, in their order. */
export const GROUPS = [
  'Begin',
  'Guide',
  'Test and run',
  'AWS',
  'Coming from elsewhere',
  'In depth',
] as const;

export interface Page {
  /** From `docs/`: `aws/lambda.md`. */
  path: string;
  /** Its first heading. */
  title: string;
  group: string;
  order: number;
}

/**
 * The pages that are written by hand. Each says in its frontmatter where it stands: `group`, one of
 * {@link GROUPS}, and `order` in it, a number. The page `index.md` stands in none.
 * @throws Error that names the page where one of them is missing or is not of that kind.
 */
export function writtenPages(srcDir: string): Page[] {
  return readdirSync(srcDir, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(
      (path) => path.endsWith('.md') && !/^(?:reference|node_modules|\.vitepress)\//.test(path),
    )
    .filter((path) => path !== 'index.md')
    .map((path) => readPage(path, readFileSync(join(srcDir, path), 'utf8')));
}

function readPage(path: string, text: string): Page {
  const [, head, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  const { group, order } = (parse(head ?? '') ?? {}) as Record<string, unknown>;
  if (!GROUPS.some((one) => one === group)) {
    const groups = GROUPS.join(', ');
    throw new Error(`docs/${path}: "group" of its frontmatter is one of ${groups}; it is ${group}`);
  }
  if (typeof order !== 'number') {
    throw new Error(`docs/${path}: "order" of its frontmatter is a number; it is ${order}`);
  }
  const title = /^# (.+)$/m.exec(body ?? '')?.[1];
  if (title === undefined) throw new Error(`docs/${path}: has no heading "# …"`);
  return { path, title: title.replaceAll('`', ''), group: group as string, order };
}

/** The sidebar of what is written: group by group, by order, then by title. */
export function sidebarOf(srcDir: string): DefaultTheme.SidebarItem[] {
  const pages = writtenPages(srcDir).sort(
    (a, b) => a.order - b.order || a.title.localeCompare(b.title),
  );
  return GROUPS.map((group) => ({
    text: group,
    items: pages
      .filter((page) => page.group === group)
      .map(({ title, path }) => ({ text: title, link: `/${path.replace(/\.md$/, '')}` })),
  })).filter(({ items }) => items.length > 0);
}

interface Entry {
  text: string;
  link?: string;
  items?: Entry[];
}

/**
 * The sidebar of the reference: packages and kinds, of what TypeDoc has written beside its pages. The names
 * themselves are on the page of their package; in the sidebar they would be most of what each page weighs.
 */
export function referenceSidebar(srcDir: string): DefaultTheme.SidebarItem[] {
  const file = join(srcDir, 'reference', 'typedoc-sidebar.json');
  return modulesIn(JSON.parse(readFileSync(file, 'utf8'))).map(
    ({ text, link = '', items = [] }) => ({
      text,
      link,
      items: items
        .filter((kind) => KINDS.has(kind.text))
        .map((kind) => ({
          text: kind.text,
          link: `${link}#${kind.text.toLowerCase().replace(' ', '-')}`,
        })),
    }),
  );
}

const KINDS = new Set(['Classes', 'Functions', 'Interfaces', 'Type Aliases', 'Variables']);

/** An entry of a package stands below that package. */
const modulesIn = (entries: readonly Entry[]): Entry[] =>
  entries.flatMap((entry) =>
    entry.link?.endsWith('/') ? [entry, ...modulesIn(entry.items ?? [])] : [],
  );

import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { MarkdownRenderer } from 'vitepress';

/**
 * Links that lead out of `docs/` (`../examples/fan-out.ts`) work where the pages are read as files. On the
 * site they lead to the repository; while there is no address of it, their text alone is left.
 * @throws Error for a link to a file that is not there.
 */
export function linkSources(
  markdown: MarkdownRenderer,
  { srcDir, repository }: { srcDir: string; repository: string | undefined },
): void {
  const root = resolve(srcDir, '..');
  markdown.core.ruler.push('link_sources', ({ tokens, env }) => {
    const page: string | undefined = env.path;
    if (page === undefined) return;
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.type === 'link_open' ? String(token.attrGet('href')) : '';
      if (!href.startsWith('.')) continue;
      const [path = '', hash] = href.split('#');
      const file = resolve(dirname(page), path);
      if (!relative(srcDir, file).startsWith('..')) continue;
      if (!existsSync(file)) throw new Error(`${page}: links to ${href}, which is not there`);
      const inRepository = relative(root, file).replaceAll('\\', '/');
      const anchor = hash === undefined ? '' : `#${hash}`;
      token.attrSet(
        'href',
        `${repository ?? ''}${repository ? '/blob/main/' : '#'}${inRepository}${anchor}`,
      );
    }
  });
}

import { defineConfig } from 'vitepress';
import { repository } from '../repository.mjs';
import { linkSources } from './link-sources.js';
import { markNeeds } from './mark-needs.js';
import { referenceSidebar, sidebarOf } from './pages.js';
import { plainBraces } from './plain-braces.js';

const srcDir = new URL('..', import.meta.url).pathname;

export default defineConfig({
  title: 'Nova Act for TypeScript',
  description:
    'Say in natural language what a browser should do; get a typed answer and a run on record.',
  lang: 'en',
  cleanUrls: true,
  // None: a browser would ask for one that is not there.
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  // What all pages share is one file, and not a part of each.
  metaChunk: true,
  // What is generated is in folders of these, and nothing else there is a page.
  srcExclude: ['node_modules/**'],
  lastUpdated: false,
  markdown: {
    config: (markdown) => {
      markdown.use(plainBraces);
      markdown.use(markNeeds);
      markdown.use(linkSources, { srcDir, repository });
    },
  },
  transformPageData(page) {
    // It is edited in the sources, to which it links.
    if (!page.relativePath.startsWith('reference/')) return;
    Object.assign(page.frontmatter, { editLink: false, pageClass: 'reference' });
  },
  themeConfig: {
    nav: [
      { text: 'Guide', link: '/start', activeMatch: '^/(?!reference/|aws/)' },
      { text: 'AWS', link: '/aws/identity', activeMatch: '^/aws/' },
      { text: 'Reference', link: '/reference/', activeMatch: '^/reference/' },
    ],
    sidebar: { '/': sidebarOf(srcDir), '/reference/': referenceSidebar(srcDir) },
    search: {
      provider: 'local',
      // A guide says what a name is for; the reference has it on many pages.
      options: {
        miniSearch: {
          searchOptions: {
            boostDocument: (id: string) => (id.includes('/reference/') ? 0.25 : 1),
          },
        },
      },
    },
    notFound: {
      title: 'There is no such page',
      quote: 'It may have another name by now: the search above finds it.',
      linkText: 'To the first page',
      linkLabel: 'To the first page',
    },
    outline: [2, 3],
    socialLinks: repository ? [{ icon: 'github', link: repository }] : [],
    ...(repository
      ? { editLink: { pattern: `${repository}/edit/main/docs/:path`, text: 'Edit this page' } }
      : {}),
  },
});

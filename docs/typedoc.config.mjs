// How TypeDoc makes the pages of the reference: for each public name of each published package one.
import { fileURLToPath } from 'node:url';
import { repository } from './repository.mjs';
import { publicEntries } from './typedoc/public-entries.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const paths = Object.fromEntries(
  publicEntries.map(({ specifier, source }) => [specifier, [source]]),
);

export default {
  plugin: [
    'typedoc-plugin-markdown',
    'typedoc-vitepress-theme',
    here('./typedoc/name-modules.mjs'),
  ],
  entryPoints: publicEntries.map(({ source }) => source),
  tsconfig: here('./tsconfig.json'),
  // Packages find each other by their sources, not by what was built of them.
  compilerOptions: { paths },
  // The sources are checked by the TypeScript of the project.
  skipErrorChecking: true,
  out: here('./reference'),
  docsRoot: here('.'),
  name: 'Reference',
  readme: here('./.vitepress/reference.md'),
  mergeReadme: true,
  excludePrivate: true,
  excludeInternal: true,
  excludeExternals: true,
  validation: { notExported: false, invalidLink: true, notDocumented: true },
  treatValidationWarningsAsErrors: true,
  packagesRequiringDocumentation: [...new Set(publicEntries.map((entry) => entry.package))],
  ...(repository
    ? {
        // The text is the same in every clone, and on a build machine without git.
        disableGit: true,
        basePath: here('..'),
        gitRevision: 'main',
        sourceLinkTemplate: `${repository}/blob/{gitRevision}/{path}#L{line}`,
      }
    : { disableSources: true }),
  hidePageHeader: true,
  hideBreadcrumbs: true,
  useCodeBlocks: true,
  expandObjects: false,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  classPropertiesFormat: 'table',
  // Name, type and meaning: more columns leave no room for the meaning.
  tableColumnSettings: {
    hideSources: true,
    hideInherited: true,
    hideOverrides: true,
    hideModifiers: true,
  },
};

import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCycle } from './find-cycle.js';
import { LAYERED, readLayers, roomOf } from './layers.js';
import { PACKAGES, ROOT, type SourceFile, sourceFiles } from './source-files.js';

const all = PACKAGES.flatMap(sourceFiles);

describe.each(LAYERED)('inside %s', (name) => {
  const files = all.filter((file) => file.package === name);
  const layers = readLayers(name);

  it('has every folder and top-level file in the list of ARCHITECTURE.md', () => {
    const rooms = new Set(files.map(({ path }) => roomOf(path)));
    expect([...rooms].filter((room) => !layers.has(room))).toEqual([]);
  });

  it('lists no folder in ARCHITECTURE.md that does not exist', () => {
    const rooms = new Set(files.map(({ path }) => roomOf(path)));
    expect([...layers.keys()].filter((room) => !rooms.has(room))).toEqual([]);
  });

  it('imports only what stands above the importing folder', () => {
    const upward = files.flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => target && roomOf(target) !== roomOf(path))
        .filter(({ target }) => !stands(roomOf(target ?? ''), 'above', roomOf(path)))
        .map(({ target }) => `${path} → ${target}`),
    );
    expect(upward).toEqual([]);
  });

  const stands = (a: string, _above: 'above', b: string) =>
    (layers.get(a) ?? Number.POSITIVE_INFINITY) <= (layers.get(b) ?? -1);
});

describe('core', () => {
  it('keeps the operations of the wire out of the public surface', () => {
    const index = all.find((file) => file.package === 'core' && file.path === 'index.ts');
    const leaks = index?.imports.filter(({ target }) => target === 'wire/operations.ts');
    expect(leaks).toEqual([]);
  });
});

/** A command is its libraries' user: what they leave to users to install, it brings. */
const LEFT_TO_USERS: Record<string, string[]> = { cli: ['playwright-core'] };

describe.each(PACKAGES)('the package %s', (name) => {
  const files = all.filter((file) => file.package === name);
  const manifest = JSON.parse(
    readFileSync(join(ROOT, 'packages', name, 'package.json'), 'utf8'),
  ) as {
    dependencies?: Record<string, string>;
    peerDependencies?: Record<string, string>;
    peerDependenciesMeta?: Record<string, { optional?: boolean }>;
  };
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  // An optional peer says which version fits; it may be known by its shape alone.
  const optional = Object.keys(manifest.peerDependenciesMeta ?? {});

  it('imports only Node’s modules and the packages it declares', () => {
    const undeclared = bareImports(files).filter(
      ({ specifier }) => !isBuiltin(specifier) && !declared.includes(packageOf(specifier)),
    );
    expect(undeclared).toEqual([]);
  });

  it('declares no package that it does not import, but for what its dependencies leave to it', () => {
    const left = LEFT_TO_USERS[name] ?? [];
    const used = new Set(bareImports(files).map(({ specifier }) => packageOf(specifier)));
    const unused = declared.filter((name) => !used.has(name) && !optional.includes(name));
    expect(unused).toEqual(left);
  });

  it('reaches into no other package by path', () => {
    const outside = files.flatMap(({ path, imports }) =>
      imports.filter(({ target }) => target?.startsWith('../')).map((to) => [path, to.specifier]),
    );
    expect(outside).toEqual([]);
  });

  // Types are counted: what cannot be understood one without the other is one room, wherever it lies.
  it.each(foldersOf(files))('has no circle of files or folders in src/%s', (folder) => {
    expect(findCycle(graphWithin(folder, files))).toBeUndefined();
  });
});

describe('between packages', () => {
  const ours = (name: string) =>
    new Set(
      bareImports(all.filter((file) => file.package === name))
        .map(({ specifier }) => specifier)
        .filter((specifier) => specifier.startsWith('@nova-act/')),
    );

  it('core imports no other package of the project', () => {
    expect([...ours('core')]).toEqual([]);
  });

  it('rules imports no other package of the project', () => {
    expect([...ours('rules')]).toEqual([]);
  });

  it('local imports rules by its two entries only, and nothing of the client', () => {
    const allowed = ['@nova-act/rules', '@nova-act/rules/page'];
    expect([...ours('local')].filter((specifier) => !allowed.includes(specifier))).toEqual([]);
  });

  it('cli imports the others by their public entries, and is imported by none', () => {
    const allowed = [
      ...['@nova-act/core', '@nova-act/core/runtime', '@nova-act/workflow'],
      ...['@nova-act/local', '@nova-act/local/package.json'],
    ];
    expect([...ours('cli')].filter((specifier) => !allowed.includes(specifier))).toEqual([]);
    const others = PACKAGES.flatMap((name) => [...ours(name)]);
    expect(others.filter((specifier) => specifier.split('/')[0] === 'nova-act')).toEqual([]);
  });

  it('playwright-test imports the others by their public entries, and is imported by none', () => {
    const allowed = [
      ...['@nova-act/core', '@nova-act/core/runtime', '@nova-act/workflow', '@nova-act/local'],
    ];
    const imported = [...ours('playwright-test')];
    expect(imported.filter((specifier) => !allowed.includes(specifier))).toEqual([]);
    const others = PACKAGES.flatMap((name) => [...ours(name)]);
    expect(others.filter((each) => each.startsWith('@nova-act/playwright-test'))).toEqual([]);
  });

  it('workflow imports core by its two public entries only', () => {
    const allowed = ['@nova-act/core', '@nova-act/core/runtime'];
    expect([...ours('workflow')].filter((specifier) => !allowed.includes(specifier))).toEqual([]);
  });
});

function bareImports(files: SourceFile[]) {
  return files.flatMap(({ path, imports }) =>
    imports
      .filter(({ target }) => target === undefined)
      .map(({ specifier }) => ({ path, specifier })),
  );
}

const isBuiltin = (specifier: string) =>
  specifier.startsWith('node:') || builtinModules.includes(specifier);

const packageOf = (specifier: string) =>
  specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

/** Every folder that holds sources, from src, each ending in `/`; src itself is the empty text. */
function foldersOf(files: SourceFile[]): string[] {
  const within = files.flatMap(({ path }) =>
    [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1)),
  );
  return ['', ...new Set(within)];
}

/** What lies in a folder, each file and each folder a node, and what it needs of the others there. */
function graphWithin(folder: string, files: SourceFile[]) {
  const roomIn = (path: string) => roomOf(path.slice(folder.length));
  const graph = new Map<string, Set<string>>();
  for (const { path, imports } of files.filter((file) => file.path.startsWith(folder))) {
    const needs = graph.get(roomIn(path)) ?? new Set<string>();
    graph.set(roomIn(path), needs);
    for (const { target } of imports) {
      if (target?.startsWith(folder) && roomIn(target) !== roomIn(path)) needs.add(roomIn(target));
    }
  }
  return graph;
}

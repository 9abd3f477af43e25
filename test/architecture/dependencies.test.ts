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

  it('declares no package that it does not import', () => {
    const used = new Set(bareImports(files).map(({ specifier }) => packageOf(specifier)));
    expect(declared.filter((name) => !used.has(name) && !optional.includes(name))).toEqual([]);
  });

  it('reaches into no other package by path', () => {
    const outside = files.flatMap(({ path, imports }) =>
      imports.filter(({ target }) => target?.startsWith('../')).map((to) => [path, to.specifier]),
    );
    expect(outside).toEqual([]);
  });

  // Imports of types are erased; in core the order of the folders forbids those as well.
  it('has no circle of folders at run time', () => {
    expect(findCycle(graphOf(files, ({ typeOnly }) => !typeOnly))).toBeUndefined();
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

  it('local stands alone', () => {
    expect([...ours('local')]).toEqual([]);
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

function graphOf(files: SourceFile[], counts: (edge: SourceFile['imports'][number]) => boolean) {
  const graph = new Map<string, Set<string>>();
  for (const { path, imports } of files) {
    const from = roomOf(path);
    const to = graph.get(from) ?? new Set<string>();
    graph.set(from, to);
    for (const edge of imports) {
      const target = edge.target && roomOf(edge.target);
      if (target && target !== from && counts(edge)) to.add(target);
    }
  }
  return graph;
}

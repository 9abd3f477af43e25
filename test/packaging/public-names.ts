import { join } from 'node:path';
import ts from 'typescript-5';
import { type PackedPackage, typesOf } from './pack.js';

export interface Entry {
  /** What a user writes: `@nova-act/core/runtime`. */
  specifier: string;
  values: string[];
  types: string[];
}

/** What each code entry of a packed package exports, by its own declarations. */
export function publicNames({ contents, manifest }: PackedPackage): Entry[] {
  return Object.entries(manifest.exports).flatMap(([key, target]) => {
    const types = typesOf(target);
    if (types === undefined) return [];
    const file = join(contents, types);
    const specifier = join(manifest.name, key).replaceAll('\\', '/');
    return [{ specifier, ...namesIn(file) }];
  });
}

function namesIn(file: string): Omit<Entry, 'specifier'> {
  const program = ts.createProgram([file], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    noLib: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) return { values: [], types: [] };
  const values: string[] = [];
  const types: string[] = [];
  for (const symbol of checker.getExportsOfModule(module)) {
    const aliased = symbol.flags & ts.SymbolFlags.Alias;
    const { flags } = aliased ? checker.getAliasedSymbol(symbol) : symbol;
    (flags & ts.SymbolFlags.Value && !isTypeOnly(symbol) ? values : types).push(symbol.name);
  }
  return { values: values.sort(), types: types.sort() };
}

const isTypeOnly = (symbol: ts.Symbol) =>
  symbol.declarations?.some(
    (node) => ts.isExportSpecifier(node) && (node.isTypeOnly || node.parent.parent.isTypeOnly),
  ) ?? false;

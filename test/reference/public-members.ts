import { join } from 'node:path';
import ts from 'typescript-5';
import { ROOT } from '../architecture/source-files.js';

const ENTRIES = ['core', 'workflow', 'local'].map((name) =>
  join(ROOT, 'packages', name, 'dist/index.d.ts'),
);

/** What users can write: each exported name, with the members of what it is or takes. */
export function publicMembers(): Map<string, Set<string>> {
  const program = ts.createProgram(ENTRIES, {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es5.d.ts'],
    strict: true,
    skipLibCheck: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const found = new Map<string, Set<string>>();
  for (const entry of ENTRIES) {
    const source = program.getSourceFile(entry);
    const module = source && checker.getSymbolAtLocation(source);
    if (!source || !module) throw new Error(`${entry} is no module`);
    for (const exported of checker.getExportsOfModule(module)) {
      const isAlias = exported.flags & ts.SymbolFlags.Alias;
      const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported;
      const names = found.get(exported.name) ?? new Set<string>();
      for (const type of typesOf(symbol, source, checker)) addMembers(type, names, checker);
      found.set(exported.name, names);
    }
  }
  return found;
}

/** The type that it names, its statics, and what its calls take. */
function typesOf(symbol: ts.Symbol, at: ts.Node, checker: ts.TypeChecker): ts.Type[] {
  const types: ts.Type[] = [];
  if (symbol.flags & ts.SymbolFlags.Type) types.push(checker.getDeclaredTypeOfSymbol(symbol));
  if (!(symbol.flags & ts.SymbolFlags.Value)) return types;
  const value = checker.getTypeOfSymbolAtLocation(symbol, at);
  types.push(value);
  const takes = (signature: ts.Signature) =>
    signature.parameters.map((one) => checker.getTypeOfSymbolAtLocation(one, at));
  for (const kind of [ts.SignatureKind.Call, ts.SignatureKind.Construct]) {
    types.push(...checker.getSignaturesOfType(value, kind).flatMap(takes));
  }
  return types;
}

/** With what is written inline: `recordVideo: { directory }`, and the parameters of methods. */
function addMembers(type: ts.Type, names: Set<string>, checker: ts.TypeChecker, depth = 0): void {
  const parts = type.isUnionOrIntersection() ? type.types : [type];
  for (const part of parts) {
    if (part.flags & ts.TypeFlags.StringLike || checker.isArrayLikeType(part)) continue;
    for (const member of checker.getPropertiesOfType(part)) {
      if (member.name.startsWith('__')) continue;
      names.add(member.name);
      const declared = member.valueDeclaration;
      if (depth > 0 || !declared) continue;
      const its = checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(member, declared));
      for (const inner of its.isUnion() ? its.types : [its]) {
        if (inner.symbol?.flags & ts.SymbolFlags.TypeLiteral) addMembers(inner, names, checker, 1);
      }
    }
  }
}

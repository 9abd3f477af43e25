import { dirname, join } from 'node:path';
import ts from 'typescript-5';
import { type PackedPackage, typesOf } from './pack.js';

/** The declaration files that a user's compiler reads for these entries of the package. */
export function declarationsOf(packed: PackedPackage, names: string[]): ts.SourceFile[] {
  const read = new Map<string, ts.SourceFile>();
  const visit = (file: string): void => {
    if (read.has(file)) return;
    const text = ts.sys.readFile(file);
    if (text === undefined) throw new Error(`There is no ${file}`);
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
    read.set(file, source);
    for (const specifier of specifiersIn(source)) {
      if (specifier.startsWith('.')) {
        visit(join(dirname(file), specifier.replace(/\.js$/, '.d.ts')));
      }
    }
  };
  for (const entry of entriesOf(packed, names)) visit(entry);
  return [...read.values()];
}

function entriesOf({ contents, manifest }: PackedPackage, names: string[]): string[] {
  return names.flatMap((name) => {
    const types = typesOf(manifest.exports[name]);
    return types === undefined ? [] : [join(contents, types)];
  });
}

/** What a file imports or refers to by `import('…')`. */
export function specifiersIn(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      if (node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
        found.push(node.moduleSpecifier.text);
      }
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      found.push(String((node.argument.literal as ts.StringLiteral).text));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/**
 * Optional members that do not take `undefined`, as `file: name`: of every type that a user can reach
 * from what the package's entries export.
 */
export function inexactOptionals(packed: PackedPackage): string[] {
  // `./runtime` is between the packages of this project.
  const entries = entriesOf(packed, ['.']);
  const program = ts.createProgram(entries, {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    noLib: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const seen = new Set<ts.Symbol>();
  const found = new Set<string>();

  const reach = (symbol: ts.Symbol | undefined): void => {
    if (!symbol || seen.has(symbol)) return;
    seen.add(symbol);
    if (symbol.flags & ts.SymbolFlags.Alias) reach(checker.getAliasedSymbol(symbol));
    for (const declaration of symbol.declarations ?? []) {
      if (declaration.getSourceFile().fileName.startsWith(packed.contents)) visit(declaration);
    }
  };
  const visit = (node: ts.Node): void => {
    const name = inexactName(node);
    if (name !== undefined)
      found.add(`${node.getSourceFile().fileName.split('/dist/')[1]}: ${name}`);
    if (ts.isTypeReferenceNode(node)) reach(checker.getSymbolAtLocation(node.typeName));
    if (ts.isExpressionWithTypeArguments(node)) reach(checker.getSymbolAtLocation(node.expression));
    if (ts.isTypeQueryNode(node)) reach(checker.getSymbolAtLocation(node.exprName));
    ts.forEachChild(node, visit);
  };
  for (const entry of entries) {
    const source = program.getSourceFile(entry);
    const module = source && checker.getSymbolAtLocation(source);
    for (const symbol of module ? checker.getExportsOfModule(module) : []) reach(symbol);
  }
  return [...found];
}

function inexactName(node: ts.Node): string | undefined {
  if (ts.isMethodSignature(node)) return node.questionToken && `${node.name.getText()}()`;
  if (!ts.isPropertySignature(node) && !ts.isPropertyDeclaration(node)) return undefined;
  // A member named by a symbol carries a type and is never given.
  if (!node.questionToken || ts.isComputedPropertyName(node.name)) return undefined;
  return takesUndefined(node.type) ? undefined : node.name.getText();
}

function takesUndefined(type: ts.TypeNode | undefined): boolean {
  if (type === undefined) return true;
  if (ts.isUnionTypeNode(type)) return type.types.some(takesUndefined);
  return type.kind === ts.SyntaxKind.UndefinedKeyword || type.kind === ts.SyntaxKind.UnknownKeyword;
}

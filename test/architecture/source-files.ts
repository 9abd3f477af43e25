import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript-5';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const PACKAGES = ['core', 'workflow', 'rules', 'local', 'cli', 'playwright-test'] as const;

export interface Import {
  specifier: string;
  /** The file it names, from the package's src, when it is relative. */
  target?: string;
}

export interface SourceFile {
  package: string;
  /** From the package's src, with `/`: `act/run-act.ts`. */
  path: string;
  tree: ts.SourceFile;
  /** Of types too. */
  imports: Import[];
}

/** The shipped sources of a package: no tests, no shared test cases. */
export function sourceFiles(name: string): SourceFile[] {
  const src = join(ROOT, 'packages', name, 'src');
  return walk(src)
    .filter((file) => !/\.(?:test|case)\.tsx?$/.test(file))
    .map((file) => {
      const tree = ts.createSourceFile(
        file,
        readFileSync(file, 'utf8'),
        ts.ScriptTarget.ES2022,
        true,
      );
      return {
        package: name,
        path: slashed(relative(src, file)),
        tree,
        imports: importsOf(tree, src),
      };
    });
}

const walk = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join(folder, path));
const slashed = (path: string) => path.replaceAll('\\', '/');

/** What is found by it is needed as what is imported is. */
const RESOLVE = 'import.meta.resolve';

function importsOf(tree: ts.SourceFile, src: string): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node | undefined) => {
    if (!node || !ts.isStringLiteral(node)) return;
    const specifier = node.text;
    if (!specifier.startsWith('.')) found.push({ specifier });
    else {
      const file = resolve(dirname(tree.fileName), specifier.replace(/\.js$/, '.ts'));
      found.push({ specifier, target: slashed(relative(src, file)) });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0]);
    } else if (ts.isCallExpression(node) && node.expression.getText(tree) === RESOLVE) {
      add(node.arguments[0]);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The places in `file` at which `matches` is true, as `path:line`. */
export function placesOf(file: SourceFile, matches: (node: ts.Node) => boolean): string[] {
  const places: string[] = [];
  const visit = (node: ts.Node): void => {
    if (matches(node)) {
      const { line } = file.tree.getLineAndCharacterOfPosition(node.getStart(file.tree));
      places.push(`packages/${file.package}/src/${file.path}:${line + 1}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file.tree);
  return places;
}

import ts from 'typescript-5';
import { describe, expect, it } from 'vitest';
import { PACKAGES, placesOf, type SourceFile, sourceFiles } from './source-files.js';

const all = PACKAGES.flatMap(sourceFiles);
const command = all.filter((file) => file.package === 'cli');
const library = all.filter((file) => file.package !== 'local' && file.package !== 'cli');
const except = (files: SourceFile[], ...paths: string[]) =>
  files.filter((file) => !paths.includes(`${file.package}/${file.path}`));
const placesIn = (files: SourceFile[], matches: (node: ts.Node) => boolean) =>
  files.flatMap((file) => placesOf(file, matches));

const isProperty = (node: ts.Node, object: string, property: string) =>
  ts.isPropertyAccessExpression(node) &&
  node.expression.getText() === object &&
  node.name.text === property;
const isCall = (node: ts.Node, ...names: string[]) =>
  ts.isCallExpression(node) && names.includes(node.expression.getText());

describe('the library', () => {
  it('reads the environment in config.ts alone; of tests, in environment.ts', () => {
    const reads = placesIn(
      except(library, 'core/config.ts', 'playwright-test/environment.ts', 'playwright-test/cli.ts'),
      (node) => isProperty(node, 'process', 'env') || importsFrom(node, 'node:process', 'env'),
    );
    expect(reads).toEqual([]);
  });

  it('touches a page’s mouse and keyboard in browser/input alone, where an input that is lost ends', () => {
    const touches = placesIn(
      except(library, 'core/browser/input/devices.ts'),
      (node) =>
        ts.isPropertyAccessExpression(node) &&
        ['mouse', 'keyboard'].includes(node.name.text) &&
        /\bpage$/.test(node.expression.getText()),
    );
    expect(touches).toEqual([]);
  });

  it('touches AsyncLocalStorage in context.ts alone', () => {
    const touches = placesIn(
      except(library, 'core/context.ts'),
      (node) => ts.isIdentifier(node) && node.text === 'AsyncLocalStorage',
    );
    expect(touches).toEqual([]);
  });

  it('never enters a context that it cannot leave', () => {
    expect(placesIn(library, (node) => ts.isIdentifier(node) && node.text === 'enterWith')).toEqual(
      [],
    );
  });

  it('prints in the logger for standard error alone, and where a person is asked at the terminal', () => {
    const prints = placesIn(
      except(
        library,
        ...[
          'core/stderr-logger.ts',
          'core/people/terminal-human-input.ts',
          'playwright-test/cli.ts',
        ],
      ),
      (node) =>
        (ts.isPropertyAccessExpression(node) && node.expression.getText() === 'console') ||
        isProperty(node, 'process', 'stdout') ||
        isProperty(node, 'process', 'stderr') ||
        isProperty(node, 'process', 'stdin'),
    );
    expect(prints).toEqual([]);
  });

  it('never ends the process of its user', () => {
    expect(placesIn(library, (node) => isCall(node, 'process.exit', 'process.abort'))).toEqual([]);
  });
});

describe('the command', () => {
  it('touches its process in cli.ts alone, and where another command takes it over', () => {
    const touches = placesIn(
      except(command, 'cli/cli.ts', 'cli/commands/local.ts'),
      (node) => ts.isIdentifier(node) && ['process', 'console'].includes(node.text),
    );
    expect(touches).toEqual([]);
  });
});

describe('every package', () => {
  it('has no wildcard export', () => {
    expect(
      placesIn(all, (node) => ts.isExportDeclaration(node) && node.exportClause === undefined),
    ).toEqual([]);
  });

  it('uses no decorator syntax, which not every toolchain compiles', () => {
    expect(placesIn(all, (node) => ts.isDecorator(node))).toEqual([]);
  });

  it('asks no URL.canParse, which Node 20 compiles to a wrong answer for letters beyond ASCII', () => {
    const asks = placesIn(all, (node) => ts.isIdentifier(node) && node.text === 'canParse');
    expect(asks).toEqual([]);
  });

  it('has no empty catch', () => {
    const empty = placesIn(all, (node) => {
      if (!ts.isCatchClause(node) || node.block.statements.length > 0) return false;
      return !/\/[/*]/.test(node.block.getText());
    });
    expect(empty).toEqual([]);
  });

  it('has kebab-case file names that say one idea', () => {
    const odd = all
      .map(({ package: name, path }) => `${name}/${path}`)
      .filter(
        (path) => !/^[a-z0-9-]+(?:\/[a-z0-9.-]+)*\.tsx?$/.test(path) || /utils?\.ts$/.test(path),
      );
    expect(odd).toEqual([]);
  });
});

function importsFrom(node: ts.Node, specifier: string, name: string): boolean {
  if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return false;
  const bindings = node.importClause?.namedBindings;
  return (
    node.moduleSpecifier.text === specifier &&
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.some((element) => (element.propertyName ?? element.name).text === name)
  );
}

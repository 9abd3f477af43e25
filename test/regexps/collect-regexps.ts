import ts from 'typescript-5';
import { PACKAGES, type SourceFile, sourceFiles } from '../architecture/source-files.js';

export interface FoundRegExp {
  /** `core/act/steps.ts:12` */
  at: string;
  source: string;
  flags: string;
}

/** Every regular expression in the shipped sources: literals, and what is given to `RegExp`. */
export function collectRegExps(): FoundRegExp[] {
  const files = PACKAGES.flatMap((name) => sourceFiles(name));
  return files.flatMap((file) => inFile(file, files));
}

function inFile(file: SourceFile, files: readonly SourceFile[]): FoundRegExp[] {
  const found: FoundRegExp[] = [];
  const visit = (node: ts.Node): void => {
    const parts = partsOf(node, file, files);
    if (parts) {
      const { line } = file.tree.getLineAndCharacterOfPosition(node.getStart(file.tree));
      found.push({ at: `${file.package}/${file.path}:${line + 1}`, ...parts });
    }
    ts.forEachChild(node, visit);
  };
  visit(file.tree);
  return found;
}

function partsOf(node: ts.Node, file: SourceFile, files: readonly SourceFile[]) {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf('/');
    return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
  }
  if (isShapePattern(node, file)) {
    return { source: `^(?:${constantOf(node.initializer, { file, files })})$`, flags: 'u' };
  }
  const made =
    (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'RegExp';
  if (!made) return undefined;
  const [pattern, flags] = node.arguments ?? [];
  const text = (given: ts.Expression | undefined) =>
    given === undefined ? '' : String(constantOf(given, { file, files }));
  return { source: text(pattern), flags: text(flags) };
}

/** What the local service's contract wants of a text: made into a regular expression when one comes. */
function isShapePattern(node: ts.Node, file: SourceFile): node is ts.PropertyAssignment {
  const inContract = file.package === 'local' && file.path.startsWith('contract/');
  return inContract && ts.isPropertyAssignment(node) && node.name.getText() === 'pattern';
}

interface Scope {
  file: SourceFile;
  files: readonly SourceFile[];
}

/** What stands for a part that is known only when the program runs: one word. */
const SOME_WORD = 'word';

/** What an expression made of constants comes to, as far as patterns are put together in these sources. */
function constantOf(node: ts.Expression, scope: Scope): unknown {
  const value = (inner: ts.Expression) => constantOf(inner, scope);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) return value(node.expression);
  if (ts.isTemplateExpression(node)) {
    return node.templateSpans.reduce(
      (text, span) => text + String(value(span.expression)) + span.literal.text,
      node.head.text,
    );
  }
  if (ts.isTaggedTemplateExpression(node)) return rawText(node, scope);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    return `${value(node.left)}${value(node.right)}`;
  }
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(value);
  if (ts.isObjectLiteralExpression(node)) {
    return Object.fromEntries(
      node.properties.map((one) => [
        one.name && ts.isIdentifier(one.name)
          ? one.name.text
          : ((one.name as ts.StringLiteral | undefined)?.text ?? ''),
        '',
      ]),
    );
  }
  if (ts.isIdentifier(node)) return constant(node.text, scope);
  if (ts.isCallExpression(node)) return called(node, scope);
  return SOME_WORD;
}

/** `String.raw` with its parts. */
function rawText(node: ts.TaggedTemplateExpression, scope: Scope): string {
  if (ts.isNoSubstitutionTemplateLiteral(node.template)) return node.template.rawText ?? '';
  const { head, templateSpans } = node.template;
  return templateSpans.reduce(
    (text, span) =>
      text + String(constantOf(span.expression, scope)) + (span.literal.rawText ?? ''),
    head.rawText ?? '',
  );
}

/** `['a', 'b'].join('|')`, `Object.keys(words).join('|')`, `Array(4).fill(one).join(',')`. */
function called(node: ts.CallExpression, scope: Scope): unknown {
  const value = (inner: ts.Expression | undefined) =>
    inner ? constantOf(inner, scope) : undefined;
  if (!ts.isPropertyAccessExpression(node.expression)) {
    return node.expression.getText() === 'Array'
      ? Array(Number(value(node.arguments[0])))
      : SOME_WORD;
  }
  const { name, expression } = node.expression;
  if (expression.getText() === 'Object' && name.text === 'keys') {
    return Object.keys(value(node.arguments[0]) as object);
  }
  const on = value(expression);
  if (!Array.isArray(on)) return SOME_WORD;
  if (name.text === 'join') return on.join(String(value(node.arguments[0])));
  return name.text === 'fill' ? Array(on.length).fill(value(node.arguments[0])) : SOME_WORD;
}

/** A constant by its name, declared in the file at any depth or imported from another one. */
function constant(name: string, scope: Scope): unknown {
  let found: unknown;
  const visit = (node: ts.Node): void => {
    if (found !== undefined) return;
    if (ts.isVariableDeclaration(node) && node.name.getText() === name && node.initializer) {
      found = constantOf(node.initializer, scope);
    } else if (ts.isImportSpecifier(node) && node.name.text === name) {
      found = imported(node, scope);
    } else ts.forEachChild(node, visit);
  };
  visit(scope.file.tree);
  return found ?? SOME_WORD;
}

function imported(node: ts.ImportSpecifier, { file, files }: Scope): unknown {
  const from = node.parent.parent.parent.moduleSpecifier;
  const target = file.imports.find(
    ({ specifier }) => ts.isStringLiteral(from) && specifier === from.text,
  )?.target;
  const other = files.find((one) => one.package === file.package && one.path === target);
  return other && constant((node.propertyName ?? node.name).text, { file: other, files });
}

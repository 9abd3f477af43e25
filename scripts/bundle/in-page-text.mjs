import { createRequire } from 'node:module';

/**
 * Replaces, in a compiled module, each function given to `inPage` by its text. A program's bundler may
 * then rename and wrap what it likes: what is sent to a page is a string to it.
 * @param {string} code
 */
export function withText(code) {
  // The compiler of these packages has no programming interface yet; the one before it has.
  const ts = createRequire(import.meta.url)('typescript-5');
  const file = ts.createSourceFile('compiled.js', code, ts.ScriptTarget.Latest, true);
  const functions = [];
  const visit = (node) => {
    const calls = ts.isCallExpression(node) && ts.isIdentifier(node.expression);
    const [given] = calls && node.expression.text === 'inPage' ? node.arguments : [];
    if (given && (ts.isFunctionExpression(given) || ts.isArrowFunction(given)))
      functions.push(given);
    else ts.forEachChild(node, visit);
  };
  visit(file);
  let written = code;
  for (const node of functions.reverse()) {
    const start = node.getStart(file);
    const text = code.slice(start, node.end);
    written = written.slice(0, start) + literal(text) + written.slice(node.end);
  }
  return written;
}

const literal = (text) => `\`${text.replace(/[\\`]|\$\{/g, '\\$&')}\``;

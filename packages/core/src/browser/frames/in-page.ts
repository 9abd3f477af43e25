/**
 * A function as source text that runs in a page by itself. It may use nothing of its module: the
 * page has only its own text, its `this` and its arguments. Build tools that keep function names
 * (esbuild, and with it tsx and vitest) wrap inner functions in a helper called `__name`, which the
 * page lacks: it is defined here to do nothing.
 */
export function inPageSource(fn: (...args: never[]) => unknown): string {
  const source = fn.toString();
  const helpers = new Set(source.match(/\b__name\d*\b/g) ?? []);
  const defined = [...helpers].map((name) => `const ${name} = (fn) => fn;`).join(' ');
  return `function (...args) { ${defined} return (${source}).apply(this, args); }`;
}

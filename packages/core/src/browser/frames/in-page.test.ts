import { describe, expect, it } from 'vitest';
import { callable, inPage } from './in-page.js';

const runs = (text: string) => new Function(`return (${text})`)();

describe('a function for the page', () => {
  it('needs nothing of its module', () => {
    const outer = inPage(function outer(this: { base: number }, add: number) {
      const inner = (value: number) => value + add;
      return inner(this.base);
    });
    const run = runs(callable(outer)) as (this: unknown, add: number) => number;
    expect(run.call({ base: 40 }, 2)).toBe(42);
  });

  it('does without the helper that build tools keep names with', () => {
    // What esbuild makes of an inner function when it is told to keep names.
    const built = new Function(
      'return function outer() { const inner = __name(() => 7, "inner"); return inner(); }',
    )() as () => number;
    expect(built).toThrow('__name');
    expect(runs(callable(inPage(built)))()).toBe(7);
  });

  it('is its text where the package is built', () => {
    const text = '() => 7' as unknown as () => number;
    expect(runs(callable(inPage(text)))()).toBe(7);
  });
});

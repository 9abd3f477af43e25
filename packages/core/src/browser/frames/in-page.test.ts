import { describe, expect, it } from 'vitest';
import { inPageSource } from './in-page.js';

describe('inPageSource', () => {
  it('gives a function that needs nothing of its module', () => {
    function outer(this: { base: number }, add: number) {
      const inner = (value: number) => value + add;
      return inner(this.base);
    }
    const source = inPageSource(outer);
    const run = new Function(`return (${source})`)() as (this: unknown, add: number) => number;
    expect(run.call({ base: 40 }, 2)).toBe(42);
  });

  it('does without the helper that build tools keep names with', () => {
    // What esbuild makes of an inner function when it is told to keep names.
    const built = new Function(
      'return function outer() { const inner = __name(() => 7, "inner"); return inner(); }',
    )() as () => number;
    const run = new Function(`return (${inPageSource(built)})`)() as () => number;
    expect(built).toThrow('__name');
    expect(run()).toBe(7);
  });
});

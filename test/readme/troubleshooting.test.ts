import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as core from '@nova-act/core';
import * as workflow from '@nova-act/workflow';
import { expect, it } from 'vitest';
import { ROOT } from '../architecture/source-files.js';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** The rows of docs/troubleshooting.md: code, class, what it means, what to do. */
const rows = [
  ...read('docs/troubleshooting.md').matchAll(/^\| `([A-Z_]+)`<br>`(\w+)` \| (.+) \| (.+) \|$/gm),
].map(([, code = '', name = '', meaning = '', remedy = '']) => ({ code, name, meaning, remedy }));

/** Every code that an error of the library may have, as its type lists them. */
const codes = [...read('packages/core/src/errors/codes.ts').matchAll(/^ {2}\| '([A-Z_]+)'/gm)].map(
  ([, code = '']) => code,
);

/** The classes of errors that core and workflow export. */
const classes = Object.entries({ ...core, ...workflow })
  .filter(
    ([, value]) =>
      value === core.NovaActError ||
      (typeof value === 'function' && value.prototype instanceof core.NovaActError),
  )
  .map(([name]) => name);

it('every code of an error has one row, and no row is of a code that is gone', () => {
  expect(codes.length).toBeGreaterThan(50);
  expect(rows.map(({ code }) => code).sort()).toEqual([...codes].sort());
});

it('every class of error that is exported has a row, and no row names one that is not', () => {
  const named = new Set(rows.map(({ name }) => name));
  expect(classes.length).toBeGreaterThan(40);
  expect([...named].sort()).toEqual([...classes].sort());
});

it('the class of each row is the one that has its code', () => {
  const known = read('packages/core/src/errors/known-error.ts');
  const wrong = rows.filter(
    ({ code, name }) =>
      !known.includes(`  ${code}: ${name};`) &&
      !(code.startsWith('HANDOFF_') && name === 'HandoffError'),
  );
  expect(wrong).toEqual([]);
});

it('each row says more than its code: a cause, and what to do', () => {
  expect(rows.filter(({ meaning, remedy }) => meaning.length < 10 || remedy.length < 5)).toEqual(
    [],
  );
});

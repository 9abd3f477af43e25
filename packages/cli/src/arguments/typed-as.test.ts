import { expect, it } from 'vitest';
import { asTyped } from './typed-as.js';

const remedy = 'nova-act doctor says who you are; with @nova-act/local, nova-act act --local.';

it.each([
  [{}, remedy],
  [{ npm_command: 'run' }, remedy],
  [
    { npm_command: 'exec' },
    'npx nova-act doctor says who you are; with @nova-act/local, npx nova-act act --local.',
  ],
])('where the environment is %j, commands are named as they can be typed', (env, said) => {
  expect(asTyped(remedy, env)).toBe(said);
});

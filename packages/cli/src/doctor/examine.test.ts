import { expect, it } from 'vitest';
import { fakeClock } from '../../../core/test/support/fake-clock.js';
import { type Check, type Examined, failed, ok, warning } from './check.js';
import { examine } from './examine.js';
import { findingText } from './tell.js';

const { signal } = new AbortController();
const check = (name: string, look: Check['look'], after?: string): Check => ({
  name,
  deadlineMs: 5_000,
  look,
  ...(after === undefined ? {} : { after }),
});
const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
};

it('tells each check when it is done, and skips what stands on one that has failed', async () => {
  const told: string[] = [];
  const checks = [
    check('a', () => ok('good')),
    check('b', () => failed('bad', 'Mend it.')),
    check('c', () => ok('never'), 'b'),
    check('d', () => ok('never'), 'c'),
    check('e', () => warning('so so', 'Look.'), 'a'),
  ];
  const tell = ({ name, state }: Examined) => void told.push(`${name} ${state}`);
  await examine(checks, { clock: fakeClock(), signal, tell });
  expect(told).toEqual(['a ok', 'b failed', 'c skipped', 'd skipped', 'e warning']);
});

it('fails a check that hangs, at its deadline, and goes on', async () => {
  const clock = fakeClock();
  let heard: AbortSignal | undefined;
  const hangs = check('hangs', (given) => {
    heard = given;
    return new Promise(() => {});
  });
  const examining = examine([hangs, check('next', () => ok('here'))], { clock, signal, tell() {} });
  await settled();
  clock.advance(5_000);
  const [first, second] = await examining;
  expect(first).toMatchObject({ state: 'failed', says: 'gave no answer within 5 s' });
  expect(heard?.aborted).toBe(true);
  expect(second?.state).toBe('ok');
});

it('what a check throws is its failure, and an abort is the end of all', async () => {
  const throws = check('throws', () => Promise.reject(new Error('broken')));
  const [found] = await examine([throws], { clock: fakeClock(), signal, tell() {} });
  expect(found).toMatchObject({ state: 'failed', says: 'broken' });
  const reason = new Error('stop');
  const stopped = examine([throws], {
    clock: fakeClock(),
    signal: AbortSignal.abort(reason),
    tell() {},
  });
  await expect(stopped).rejects.toBe(reason);
});

it('a finding is a line, its remedy another one, without colours where none can be seen', () => {
  const found: Examined = { name: 'node', state: 'failed', says: 'too old', remedy: 'Renew it.' };
  expect(findingText(found, false)).toBe(
    '✘ node           too old\n                 → Renew it.\n',
  );
  expect(findingText(found, true)).toContain('\u001b[31m✘');
});

import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { ValidationError } from '../errors/index.js';
import type { HumanInputContext } from '../human/human-input.js';
import { terminalHumanInput } from './terminal-human-input.js';

const context = (signal = new AbortController().signal) => ({ signal }) as HumanInputContext;

function terminal() {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = '';
  output.on('data', (data) => {
    shown += data;
  });
  return { input, output, human: terminalHumanInput({ input, output }), shown: () => shown };
}

it.each([
  ['y', 'yes'],
  ['Yes', 'yes'],
  ['n', 'cancel'],
  ['', 'cancel'],
])('takes %j for an approval as %s', async (typed, answer) => {
  const { input, human, shown } = terminal();
  const asked = human.approve?.('Buy it?', context());
  input.write(`${typed}\n`);
  expect(await asked).toBe(answer);
  expect(shown()).toContain('The agent asks: Buy it?');
});

it.each([
  ['', 'complete'],
  ['n', 'cancel'],
])('takes %j for a takeover as %s', async (typed, answer) => {
  const { input, human } = terminal();
  const asked = human.uiTakeover?.('Log in', context());
  input.write(`${typed}\n`);
  expect(await asked).toBe(answer);
});

it('takes the end of the input for a no', async () => {
  const { input, human } = terminal();
  const asked = human.approve?.('Buy it?', context());
  input.end();
  expect(await asked).toBe('cancel');
});

it('takes a question back when the act ends, and asks the next one', async () => {
  const { input, output, human, shown } = terminal();
  const act = new AbortController();
  const first = human.approve?.('First?', context(act.signal));
  const second = human.approve?.('Second?', context());
  await once(output, 'data');
  act.abort();
  await expect(first).rejects.toBeInstanceOf(Error);
  input.write('y\n');
  expect(await second).toBe('yes');
  expect(shown()).toContain('taken back');
});

it('shows no control characters of what the model says', async () => {
  const { input, human, shown } = terminal();
  const asked = human.approve?.('Pay\u001b[2K\u001b[1G1 €\u202e?', context());
  input.write('n\n');
  await asked;
  expect(shown()).not.toContain('\u001b');
  expect(shown()).not.toContain('\u202e');
});

it('is refused where there is no terminal', () => {
  expect(process.stdin.isTTY).toBeFalsy();
  expect(() => terminalHumanInput()).toThrow(ValidationError);
});

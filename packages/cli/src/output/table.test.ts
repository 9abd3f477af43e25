import { expect, it } from 'vitest';
import { card, table } from './table.js';
import { timeText, tookText } from './times.js';

it('a table has its columns as wide as they need, and nothing at the ends of its lines', () => {
  const rows = [
    { name: 'shop', note: '' },
    { name: 'a-longer-name', note: 'here' },
  ];
  expect(
    table(rows, [
      ['NAME', ({ name }) => name],
      ['NOTE', ({ note }) => note],
    ]),
  ).toBe('NAME           NOTE\nshop\na-longer-name  here\n');
});

it('shows nothing that a terminal would obey', () => {
  expect(table(['\u001b]0;evil\u0007x'], [['A', (text) => text]])).toBe('A\nx\n');
  expect(card({ a: '\u001b[2Jx' })).toBe('a  x\n');
});

it('a card leaves out what is not there', () => {
  expect(card({ run: 'r1', ended: undefined, status: 'RUNNING' })).toBe(
    'run     r1\nstatus  RUNNING\n',
  );
});

it('times are the same on every machine', () => {
  const start = new Date('2026-11-27T20:50:33.123Z');
  const after = (ms: number) => tookText(start, new Date(start.getTime() + ms));
  expect(timeText(start)).toBe('2026-11-27 20:50:33Z');
  expect([after(4_230), after(180_000), after(7_200_000)]).toEqual(['4.2 s', '3 min', '2.0 h']);
  expect(tookText(start, undefined)).toBe('');
});

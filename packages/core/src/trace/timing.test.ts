import { expect, it } from 'vitest';
import { formatDuration } from './format-duration.js';
import { recordSample } from './record-sample.case.js';
import { spansOf, timeByKind, totalMs } from './timing.js';

it('puts a step’s time in order: settle, capture, model, then each call', () => {
  const [first] = recordSample().steps;
  const spans = first ? spansOf(first) : [];
  expect(spans.map(({ kind, durationMs }) => [kind, durationMs])).toEqual([
    ['settle', 110],
    ['observe', 41],
    ['model', 1830],
    ['call', 0],
    ['call', 58],
    ['call', 31],
    ['call', 44],
    ['call', 212],
    ['call', 12],
  ]);
  expect(spans[0]?.label).toBe('Settle: fetch /api/flights 300 ms, then quiet');
  expect(totalMs(spans)).toBe(2338);
});

it('counts the settling and the look between two steps once', () => {
  expect(timeByKind(recordSample())).toEqual({
    settle: 110 + 428,
    observe: 41 + 47,
    model: 1830 + 1210,
    memory: 0,
    call: 58 + 31 + 44 + 212 + 12 + 63,
  });
});

it.each([
  [0, '0 ms'],
  [320.4, '320 ms'],
  [999.4, '999 ms'],
  [999.6, '1.0 s'],
  [1234, '1.2 s'],
  [59_949, '59.9 s'],
  [59_951, '1 min'],
  [125_000, '2 min 5 s'],
  [1_800_000, '30 min'],
])('writes %d ms for people: %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

import { expect, it } from 'vitest';
import type { CallTrace } from '../act-trace.js';
import { callList, pretty } from './calls.js';

const listed = (call: Partial<CallTrace>) => {
  const whole: CallTrace = { callId: 'c', name: 'find', input: {}, outcome: 'ok', ...call };
  return callList([whole], new Map()).toString();
};

it.each([
  ['{"hit":"button \\"Go\\""}', 'hit: button &quot;Go&quot;'],
  ['{"field":"From","holds":"Boston"}', 'field: From, holds: Boston'],
  ['"plain"', 'plain'],
  ['[1,2]', '[1,2]'],
  ['{"deep":{"er":1}}', '{&quot;deep&quot;:{&quot;er&quot;:1}}'],
  ['{}', '{}'],
  ['not JSON', 'not JSON'],
])('tells what a call said of itself: %s', (text, said) => {
  expect(listed({ text })).toContain(`<p class="said">${said}</p>`);
});

it('tells nothing where a call said nothing, or too much for a line', () => {
  expect(listed({ text: 'null' })).not.toContain('class="said"');
  expect(listed({ text: 'x'.repeat(401) })).not.toContain('class="said"');
  expect(listed({ text: 'x'.repeat(401) })).toContain('x'.repeat(401));
});

it('says why a call failed or was led elsewhere, and which were never run', () => {
  expect(listed({ outcome: 'failed', text: 'why' })).toContain('<p class="why">why</p>');
  expect(listed({ outcome: 'redirect', text: 'why' })).toContain('redirected');
  expect(listed({ outcome: 'skipped' })).toContain('not run');
  expect(listed({ outcome: 'running' })).toContain('not finished');
});

it('sets JSON out in lines and leaves any other text', () => {
  expect(pretty('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
  expect(pretty('{"a"')).toBe('{"a"');
});

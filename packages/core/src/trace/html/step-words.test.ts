import { expect, it } from 'vitest';
import type { CallTrace, StepTrace } from '../act-trace.js';
import { stepOutcome, stepWords } from './step-words.js';

const call = (name: string, parts: Partial<CallTrace> = {}): CallTrace => ({
  callId: name,
  name,
  input: {},
  outcome: 'ok',
  ...parts,
});
const click = (target: string) => call('agentClick', { target });
const step = (...calls: CallTrace[]) => ({ calls, decideMs: 1 }) as StepTrace;

it('tells a step by what was done to what, and leaves thoughts and looks aside', () => {
  const look = [call('waitForPageToSettle'), call('takeObservation')];
  expect(stepWords(step(call('think'), click('link "Boston Logan"'), ...look))).toBe(
    'Click ‘Boston Logan’',
  );
  expect(stepWords(step(click('link "A"'), call('return')))).toBe('Click ‘A’, then Return');
  expect(stepWords(step(click('a "A"'), click('a "B"'), click('a "C"')))).toBe(
    'Click ‘A’, then Click ‘B’, and 1 more',
  );
});

it('tells a step that did nothing by what there was of it', () => {
  expect(stepWords(step(call('takeObservation')))).toBe('Look at the page');
  expect(stepWords(step())).toBe('Nothing to do');
  expect(stepWords({ calls: [] } as unknown as StepTrace)).toBe('No answer');
});

it('cuts what would fill the page', () => {
  expect(stepWords(step(click(`link "${'x'.repeat(500)}"`))).length).toBeLessThan(130);
});

it('has the outcome of its worst call', () => {
  const with_ = (...outcomes: CallTrace['outcome'][]) =>
    stepOutcome(step(...outcomes.map((outcome) => call('x', { outcome }))));
  expect(with_('ok', 'skipped')).toBe('ok');
  expect(with_('ok', 'redirect', 'ok')).toBe('redirect');
  expect(with_('redirect', 'failed')).toBe('failed');
});

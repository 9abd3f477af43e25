import { describe, expect, it } from 'vitest';
import type { StepTrace } from '../act-trace.js';
import { Shots } from './shots.js';
import { stepSection } from './step.js';

const step = (parts: Partial<StepTrace>): StepTrace =>
  ({ step: 1, url: 'https://a.test', observeMs: 0, calls: [], ...parts }) as StepTrace;
const captured = (parts: Partial<StepTrace>) =>
  /<dt>Captured<\/dt><dd>([^<]*)<\/dd>/.exec(
    String(stepSection(step(parts), undefined, new Shots())),
  )?.[1];

describe('a step says how long the picture took', () => {
  it('where it was taken by itself', () => {
    expect(captured({ observeMs: 42 })).toBe('42 ms');
  });

  it('or that it was taken while the page settled, and cost nothing more', () => {
    const settled = { reason: 'quiet at once', durationMs: 80 };
    expect(captured({ settled, observeMs: 0.2 })).toBe('while settling');
    expect(captured({ settled, observeMs: 42 })).toBe('42 ms');
  });
});

import { describe, expect, it } from 'vitest';
import type { ActTrace } from './act-trace.js';
import { pageFacts, pageHead } from './html/head.js';
import { sessionToHtml } from './html/session-page.js';
import { recordSample } from './record-sample.case.js';
import { noteAct, type SessionTrace, totalsOf } from './session-trace.js';

const empty = (): SessionTrace => ({
  version: 1,
  workflowRunId: 'run-1',
  sessionId: 'session-1',
  totals: totalsOf([]),
  acts: [],
});
const act = (actId: string, parts: Partial<ActTrace>): ActTrace => ({
  ...recordSample(),
  actId,
  timeWorkedMs: 1000,
  humanWaitMs: 200,
  serverTimeMs: 300,
  numStepsExecuted: 2,
  ...parts,
});

describe('noteAct', () => {
  it('sums up the acts of a session, by what became of them', () => {
    const session = empty();
    noteAct(session, act('a', {}), 'a.html');
    noteAct(session, act('b', { status: 'FAILED' }), 'b.html');
    noteAct(session, act('c', { status: 'TIMED_OUT' }), 'c.html');
    expect(session.totals).toEqual({
      acts: 3,
      succeeded: 1,
      failed: 1,
      timedOut: 1,
      running: 0,
      numStepsExecuted: 6,
      numStepsPlayed: 0,
      timeWorkedMs: 3000,
      humanWaitMs: 600,
      serverTimeMs: 900,
    });
    expect(session.workflowDefinitionName).toBe('flights');
  });

  it('counts the steps that were played from memory, and says so on both pages', () => {
    const session = empty();
    const steps = recordSample().steps.map((step) => ({ ...step, played: true as const }));
    const played = act('a', { steps, numStepsExecuted: 0 });
    noteAct(session, played, 'a.html');
    const words = `${steps.length} steps played from memory`;
    expect(session.totals).toMatchObject({ numStepsExecuted: 0, numStepsPlayed: steps.length });
    expect(sessionToHtml(session)).toContain(`<span>${words}</span>`);
    expect(pageHead(played).toString()).toContain(`<span>${words}</span>`);
    // The model was not asked, and took no time.
    const facts = pageFacts(played).toString();
    expect([facts.includes('Memory <b>'), facts.includes('Model <b>')]).toEqual([true, false]);
    expect(pageFacts(act('b', {})).toString()).not.toContain('Memory <b>');
  });

  it('has an act once: as it runs, and then as it ended', () => {
    const session = empty();
    noteAct(session, act('a', { status: 'RUNNING', endedAtMs: undefined }));
    expect(session.totals).toMatchObject({ acts: 1, running: 1, succeeded: 0 });
    expect(session.acts[0]?.page).toBeUndefined();
    noteAct(session, act('a', {}), 'a.html');
    expect(session.totals).toMatchObject({ acts: 1, running: 0, succeeded: 1 });
    expect(session.acts).toMatchObject([{ actId: 'a', page: 'a.html', status: 'SUCCEEDED' }]);
  });

  it('tells the answer, or what ended the act, in a line', () => {
    const session = empty();
    const error = { name: 'ActTimeoutError', message: `line\nof\n${'x'.repeat(999)}` };
    noteAct(session, act('a', { response: undefined, error }));
    expect(session.acts[0]?.outcome).toMatch(/^line of x+…$/);
    expect(session.acts[0]?.outcome?.length).toBe(300);
  });
});

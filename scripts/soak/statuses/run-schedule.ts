import { type ActError, NovaAct } from '@nova-act/core';
import type { Clock } from '@nova-act/core/runtime';
import { type LocalService, scriptedModel } from '@nova-act/local';
import { tryCurrentWorkflow, Workflow, type WorkflowOptions } from '@nova-act/workflow';
import { fakeActuator } from '../../../packages/core/test/support/fake-actuator.js';
import { localRun } from '../../../test/workflow/support/local-run.js';
import { checkRecord } from './check-record.js';
import type { ActPlan, RunPlan, Schedule } from './schedule.js';
import { type Told, told, toldByAct, toldByRun } from './told.js';

/** The service's time runs 500 times as fast: a minute for a request is 120 ms. */
const hurried: Clock = {
  now: () => Date.now(),
  after(ms, fn) {
    const timer = setTimeout(fn, ms / 500);
    return () => clearTimeout(timer);
  },
};

const afterTicks = async (count: number | undefined, abort: AbortController): Promise<void> => {
  if (count === undefined) return;
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve));
  abort.abort('random');
};

/** A hung act must end somehow: one that nothing aborts is aborted late. */
const lateEnough = (plan: ActPlan) =>
  plan.ending === 'hang' ? (plan.abortAfterTicks ?? 14) : plan.abortAfterTicks;

/** Runs a schedule, waits until nothing goes on any more, and gives what was wrong. */
export async function runSchedule(
  { runs, faults }: Schedule,
  tally: (what: string, times?: number) => void,
): Promise<string[]> {
  const wrong: string[] = [];
  const account = { told: new Map<string, Told>(), heard: new Set<string>() };
  const { service, iam } = localRun({ faults, model: scriptedModel(answer) });
  const fetch = listening(service.fetch, account.heard);
  const options: WorkflowOptions = Object.assign({}, iam, { clock: hurried, fetch });

  async function acts(plan: RunPlan, nova: NovaAct, runId: string): Promise<void> {
    for (const act of plan.acts) {
      const abort = new AbortController();
      void afterTicks(lateEnough(act), abort);
      try {
        const { metadata } = await nova.act(JSON.stringify(act), { signal: abort.signal });
        if (metadata.workflowRunId !== runId) wrong.push(`an act landed in another run`);
        if (metadata.actId) account.told.set(metadata.actId, told('SUCCEEDED'));
      } catch (error) {
        const { metadata } = error as ActError;
        if (metadata?.actId) account.told.set(metadata.actId, toldByAct(error));
        if (!plan.swallow) throw error;
      }
    }
  }

  async function run(plan: RunPlan): Promise<void> {
    const abort = new AbortController();
    let runId = '';
    const running = Workflow.run({ ...options, signal: abort.signal }, async (workflow) => {
      runId = workflow.workflowRunId;
      void afterTicks(plan.abortAfterTicks, abort);
      const children = plan.children.map((child) => run(child));
      try {
        const nova = await NovaAct.start({ actuator: fakeActuator() });
        try {
          await acts(plan, nova, runId);
        } finally {
          if (tryCurrentWorkflow()?.workflowRunId !== runId) wrong.push('the context was lost');
          if (!plan.leaveOpen) await nova.stop();
        }
      } finally {
        await Promise.all(children);
      }
      if (plan.throwsItself) throw new Error('by itself');
    });
    const outcome = await running.then(() => told('SUCCEEDED'), toldByRun);
    if (runId) account.told.set(runId, outcome);
  }

  await Promise.all(runs.map((plan) => run(plan)));
  await quiet(service);
  const refused = service.requests().filter(({ status }) => status >= 400);
  if (faults.length === 0 && refused.length > 0)
    wrong.push('a request was refused without a fault');
  tally('runs', service.runs().length);
  tally('acts', service.runs().flatMap((each) => each.acts).length);
  tally('requests hit by a fault', service.requests().filter(({ fault }) => fault).length);
  return [...wrong, ...checkRecord(service, account)];
}

const answer: Parameters<typeof scriptedModel>[0] = ({
  prompt,
  step,
}: {
  prompt: string;
  step: number;
}) => {
  const plan = JSON.parse(prompt) as ActPlan;
  if (step < plan.steps) return ['takeObservation'];
  if (plan.ending === 'hang') return new Promise<never>(() => {});
  if (plan.ending === 'nonsense') return ['fly'];
  return [[plan.ending, 'x']];
};

/** Notes the ids that reach the client before it has given up on them. */
function listening(fetch: LocalService['fetch'], heard: Set<string>): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const answer = await fetch(request);
    const text = await answer.text();
    if (!request.signal.aborted) for (const [id] of text.matchAll(/[0-9a-f-]{36}/g)) heard.add(id);
    return new Response(text || null, { status: answer.status, headers: answer.headers });
  };
}

/** What ends in the background ends soon, or never will: nothing is asked of the service for so long. */
const QUIET_MS = 3_000;

async function quiet(service: LocalService): Promise<void> {
  let asked = -1;
  let sinceMs = performance.now();
  while (service.runs().some(({ status }) => status === 'RUNNING')) {
    if (service.requests().length !== asked) sinceMs = performance.now();
    if (performance.now() - sinceMs > QUIET_MS) return;
    asked = service.requests().length;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

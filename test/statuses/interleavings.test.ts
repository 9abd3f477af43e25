import { NovaAct } from '@nova-act/core';
import { scriptedModel } from '@nova-act/local';
import { tryCurrentWorkflow, Workflow, WorkflowRunUpdateError } from '@nova-act/workflow';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeActuator } from '../../packages/core/test/support/fake-actuator.js';
import { localRun } from '../workflow/support/local-run.js';

/** What one act does. The prompt tells the model; the rest is this side's. */
type ActPlan = {
  ending: 'return' | 'throw' | 'nonsense' | 'hang';
  steps: number;
  abortAfterTicks: number | undefined;
};
/** A tree of workflows: each has acts in a session of its own, and children that run beside them. */
type RunPlan = {
  acts: ActPlan[];
  leaveOpen: boolean;
  swallow: boolean;
  throwsItself: boolean;
  abortAfterTicks: number | undefined;
  children: RunPlan[];
};

const ticks = fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined });
const actPlan: fc.Arbitrary<ActPlan> = fc.record({
  ending: fc.constantFrom('return', 'return', 'throw', 'nonsense', 'hang'),
  steps: fc.integer({ min: 1, max: 3 }),
  abortAfterTicks: ticks,
});
const { tree } = fc.letrec<{ tree: RunPlan }>((tie) => ({
  tree: fc.record({
    acts: fc.array(actPlan, { maxLength: 3 }),
    leaveOpen: fc.boolean(),
    swallow: fc.boolean(),
    throwsItself: fc.boolean(),
    abortAfterTicks: ticks,
    children: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      fc.constant<RunPlan[]>([]),
      fc.array(tie('tree'), { maxLength: 2 }),
    ),
  }),
}));

const unhandled: unknown[] = [];
const note = (error: unknown) => void unhandled.push(error);
beforeEach(() => void process.on('unhandledRejection', note));
afterEach(() => void process.off('unhandledRejection', note));

async function afterTicks(count: number | undefined, abort: AbortController): Promise<void> {
  if (count === undefined) return;
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve));
  abort.abort('random');
}

/** A hung act must end somehow: one that nothing aborts is aborted late. */
const lateEnough = (plan: ActPlan) =>
  plan.ending === 'hang' ? (plan.abortAfterTicks ?? 14) : plan.abortAfterTicks;

it('whatever happens at once, every act and run has one terminal status, the true one, acts first', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { minLength: 1, maxLength: 3 }), async (plans) => {
      const { service, iam } = localRun({
        model: scriptedModel(({ prompt, step }) => {
          const plan = JSON.parse(prompt) as ActPlan;
          if (step < plan.steps) return ['takeObservation'];
          if (plan.ending === 'hang') return new Promise<never>(() => {});
          if (plan.ending === 'nonsense') return ['fly'];
          return [[plan.ending, 'x']];
        }),
      });
      /** What this side saw come of each run and act. */
      const saw = new Map<string, 'SUCCEEDED' | 'FAILED'>();

      async function acts(plan: RunPlan, nova: NovaAct, runId: string): Promise<void> {
        for (const act of plan.acts) {
          const abort = new AbortController();
          void afterTicks(lateEnough(act), abort);
          const prompt = JSON.stringify(act);
          try {
            const { metadata } = await nova.act(prompt, { signal: abort.signal });
            expect(metadata.workflowRunId).toBe(runId);
            if (metadata.actId) saw.set(metadata.actId, 'SUCCEEDED');
          } catch (error) {
            const { metadata } = error as { metadata?: { actId?: string; workflowRunId: string } };
            if (metadata) expect(metadata.workflowRunId).toBe(runId);
            if (metadata?.actId) saw.set(metadata.actId, 'FAILED');
            if (!plan.swallow) throw error;
          }
        }
      }

      async function run(plan: RunPlan): Promise<void> {
        const abort = new AbortController();
        let runId = '';
        const running = Workflow.run({ ...iam, signal: abort.signal }, async (workflow) => {
          runId = workflow.workflowRunId;
          void afterTicks(plan.abortAfterTicks, abort);
          const children = plan.children.map((child) => run(child));
          const nova = await NovaAct.start({ actuator: fakeActuator() });
          try {
            await acts(plan, nova, runId);
          } finally {
            await Promise.all(children);
            expect(tryCurrentWorkflow()?.workflowRunId).toBe(runId);
            if (!plan.leaveOpen) await nova.stop();
          }
          if (plan.throwsItself) throw new Error('by itself');
        });
        const outcome = await running.then(
          () => 'SUCCEEDED' as const,
          // Aborted while its success was being put on record: the body had resolved, and it is told.
          (error: unknown) =>
            error instanceof WorkflowRunUpdateError && error.status === 'SUCCEEDED'
              ? ('SUCCEEDED' as const)
              : ('FAILED' as const),
        );
        if (runId) saw.set(runId, outcome);
      }

      await Promise.all(plans.map((plan) => run(plan)));
      // A run whose creation was answered after its abort is ended in the background.
      await expect
        .poll(() => service.runs().every(({ status }) => status !== 'RUNNING'))
        .toBe(true);

      for (const record of service.runs()) {
        const updates = record.updates.map(({ status }) => status);
        expect(updates).toHaveLength(1);
        expect(updates[0]).toBe(saw.get(record.workflowRunId) ?? 'FAILED');
        const runEndedMs = record.updates[0]?.atMs ?? 0;
        for (const act of record.acts) {
          expect(act.updates).toHaveLength(1);
          expect(act.updates[0]?.status).toBe(saw.get(act.actId) ?? 'FAILED');
          expect(act.updates[0]?.atMs).toBeLessThanOrEqual(runEndedMs);
        }
      }
      expect(service.requests().filter(({ status }) => status >= 400)).toEqual([]);
      expect(unhandled).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

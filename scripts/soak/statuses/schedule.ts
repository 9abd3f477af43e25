import type { Fault, OperationName } from '@nova-act/local';
import fc from 'fast-check';

/** What one act does. The prompt tells the model; the rest is the caller's side. */
export interface ActPlan {
  ending: 'return' | 'throw' | 'nonsense' | 'hang';
  steps: number;
  abortAfterTicks: number | undefined;
}

/** A tree of workflows: each has acts in a session of its own, and children that run beside them. */
export interface RunPlan {
  acts: ActPlan[];
  leaveOpen: boolean;
  swallow: boolean;
  throwsItself: boolean;
  abortAfterTicks: number | undefined;
  children: RunPlan[];
}

export interface Schedule {
  runs: RunPlan[];
  /** What becomes of requests. */
  faults: Fault[];
}

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

const OPERATIONS: readonly OperationName[] = [
  'CreateWorkflowRun',
  'UpdateWorkflowRun',
  'CreateSession',
  'CreateAct',
  'InvokeActStep',
  'UpdateAct',
];

/** Answers that come late, not at all, as a refusal, or after the request was executed unseen. */
const fault: fc.Arbitrary<Fault> = fc
  .record({
    operation: fc.constantFrom(...OPERATIONS),
    times: fc.integer({ min: 1, max: 3 }),
    skip: fc.integer({ min: 0, max: 3 }),
    what: fc.oneof(
      fc.record({
        kind: fc.constantFrom(
          'throttle',
          'quota',
          'malformed',
          'truncate',
          'silent',
          'silent-after-execute',
          'reset',
          'reset-after-execute',
        ),
      }),
      fc.record({
        kind: fc.constant('status' as const),
        status: fc.constantFrom(400, 403, 404, 409, 500, 502, 503),
      }),
      fc.record({
        kind: fc.constant('latency' as const),
        latencyMs: fc.integer({ min: 1, max: 40 }),
      }),
    ),
  })
  .map(({ what, ...where }) => ({ ...where, ...what }));

export const schedules: fc.Arbitrary<Schedule> = fc.record({
  runs: fc.array(tree, { minLength: 1, maxLength: 3 }),
  faults: fc.array(fault, { maxLength: 4 }),
});

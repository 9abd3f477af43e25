import type { NovaActService } from '../../src/service/nova-act-service.js';
import type { InvokeActStepInput, UpdateActInput, WireCall } from '../../src/wire/operations.js';

export type Call = [name: string, input?: unknown];
export type Answer = Call[] | ((input: InvokeActStepInput) => Call[] | Promise<Call[]>);

/** A service that answers each step from a list and remembers everything it was sent. */
export function fakeService(
  answers: Answer[],
  parts: Partial<NovaActService> = {},
): NovaActService & {
  steps: InvokeActStepInput[];
  updates: UpdateActInput[];
  log: string[];
} {
  const steps: InvokeActStepInput[] = [];
  const updates: UpdateActInput[] = [];
  const log: string[] = [];
  return {
    steps,
    updates,
    log,
    surface: 'aws',
    async createWorkflowRun() {
      log.push('CreateWorkflowRun');
      return { workflowRunId: 'run-1' };
    },
    async updateWorkflowRun({ status }) {
      log.push(`UpdateWorkflowRun ${status}`);
    },
    async createSession() {
      log.push('CreateSession');
      return { sessionId: 'session-1' };
    },
    async createAct() {
      log.push('CreateAct');
      return { actId: 'act-1' };
    },
    async invokeActStep(input) {
      log.push('InvokeActStep');
      const answer = answers[steps.length];
      steps.push(structuredClone(input));
      const program = typeof answer === 'function' ? await answer(input) : (answer ?? []);
      const calls = program.map(
        ([name, args], i): WireCall => ({
          callId: `s${steps.length}c${i}`,
          name,
          input: (args ?? []) as WireCall['input'],
        }),
      );
      return { calls, stepId: `step-${steps.length}` };
    },
    async updateAct(input) {
      log.push(`UpdateAct ${input.status}`);
      updates.push(input);
    },
    ...parts,
  };
}

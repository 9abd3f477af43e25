import { NovaAct, type NovaActOptions } from '@nova-act/core';
import { type LocalServiceOptions, type ScriptedProgram, scriptedModel } from '@nova-act/local';
import { Workflow } from '@nova-act/workflow';
import { fakeActuator } from '../../packages/core/test/support/fake-actuator.js';
import { localRun } from '../workflow/support/local-run.js';

export const BOX = '<box>10,10,20,20</box>';
export const CLICK_THEN_TYPE: ScriptedProgram = [
  ['agentClick', BOX],
  ['agentType', 'x', BOX],
];
export const RETURN: ScriptedProgram = [['return', 'done']];

export const never = () => new Promise<never>(() => {});

/** A promise and the two things that can become of it. */
export function moment() {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  return { arrived, arrive };
}

/** The local service in memory with a scripted model, and workflows and sessions that use it. */
export function world(
  programs: readonly ScriptedProgram[] = [RETURN],
  options: LocalServiceOptions = {},
) {
  const { service, iam } = localRun({ model: scriptedModel(programs), ...options });
  return {
    service,
    options: iam,
    /** One workflow with one session on a hand without a browser. */
    run<T>(
      body: (nova: NovaAct, workflow: Workflow) => T | Promise<T>,
      { nova, workflow }: { nova?: NovaActOptions; workflow?: { signal?: AbortSignal } } = {},
    ): Promise<T> {
      return Workflow.run({ ...iam, ...workflow }, async (running) => {
        await using session = await NovaAct.start({ actuator: fakeActuator(), ...nova });
        return await body(session, running);
      }) as Promise<T>;
    },
    /** Every terminal status that was put on record, in order: `act FAILED`, `run FAILED`. */
    ended: () =>
      service
        .requests()
        .filter(({ executed, operation }) => executed && operation?.startsWith('Update'))
        .map(({ operation }) => (operation === 'UpdateAct' ? 'act' : 'run')),
    /** What the service has on record of each run and its acts. */
    record: () =>
      service.runs().map((run) => ({
        run: run.status,
        runUpdates: run.updates.filter(({ accepted }) => accepted).map(({ status }) => status),
        acts: run.acts.map((act) => act.status),
        actUpdates: run.acts.map((act) =>
          act.updates.filter(({ accepted }) => accepted).map(({ status }) => status),
        ),
      })),
  };
}

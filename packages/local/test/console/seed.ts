import { apiKeyClient, type Send, type Target } from '../clients.js';
import { firstResults, observation, openAct } from '../life-of-a-run.js';

export interface SeededAct {
  workflowRunId: string;
  actId: string;
  stepIds: string[];
}

export interface Seed {
  /** A run with one act of so many steps, ended as told; it stays open without a status. */
  run(task: string, steps: number, status?: 'SUCCEEDED' | 'FAILED'): Promise<SeededAct>;
  /** One more step of an act that is still open. */
  step(act: SeededAct): Promise<void>;
}

/** Makes runs as a client would, on the API-key surface. */
export function seed(target: Target, screenshot: string): Seed {
  const send: Send = apiKeyClient(target);
  const paths = new Map<string, { step: string; last: string | undefined; calls: string[] }>();

  const step = async (act: SeededAct) => {
    const place = paths.get(act.actId);
    if (place === undefined) throw new Error(`no act ${act.actId}`);
    const text = observation({
      screenshotBase64: screenshot,
      activeURL: `https://shop.example/page-${act.stepIds.length + 1}`,
    });
    const callResults =
      place.last === undefined
        ? firstResults(text)
        : place.calls.map((callId, at) => ({
            callId,
            content: [{ text: at === place.calls.length - 1 ? text : 'null' }],
          }));
    const body = {
      callResults,
      ...(place.last === undefined ? {} : { previousStepId: place.last }),
    };
    const answer = await send('PUT', place.step, body);
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
    place.last = String(answer.body['stepId']);
    place.calls = (answer.body['calls'] as { callId: string }[]).map((call) => call.callId);
    act.stepIds.push(place.last);
  };

  return {
    step,
    run: async (task, steps, status) => {
      const opened = await openAct(send, { task, stepEnd: '/invoke-step' });
      const act: SeededAct = {
        workflowRunId: opened.workflowRunId,
        actId: opened.actId,
        stepIds: [],
      };
      paths.set(act.actId, { step: opened.step, last: undefined, calls: [] });
      for (let made = 0; made < steps; made++) await step(act);
      if (status !== undefined) {
        const error =
          status === 'FAILED'
            ? { error: { message: 'No such <button>', type: 'ActAgentFailedError' } }
            : {};
        await send('PUT', opened.act, { status, ...error });
        await send('PUT', opened.run, { status });
      }
      return act;
    },
  };
}

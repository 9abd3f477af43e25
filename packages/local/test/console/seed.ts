import { apiKeyClient, type Send, type Target } from '../clients.js';
import { firstResults, observation, openAct } from '../life-of-a-run.js';

/** What stands where the calls of the tests point: in their two notations, of boxes and of thousandths. */
const DOM =
  '<body nova-act-id="0"><button nova-act-id="1">Red mug</button><label for="q">Search</label><input id="q" nova-act-id="2"></body>';
const BOXES = {
  0: { x: 0, y: 0, width: 1600, height: 813 },
  1: { x: 200, y: 100, width: 200, height: 55 },
  2: { x: 160, y: 81, width: 160, height: 82 },
};

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
      simplifiedDOM: DOM,
      idToBboxMap: BOXES,
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

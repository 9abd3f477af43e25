import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { stream } from 'hono/streaming';
import { isRecord } from '../../contract/validate.js';
import type { Aging } from '../../operations/lookup.js';
import { chooseModel } from './choose-model.js';
import { rerunAct } from './rerun-act.js';
import { RerunError } from './rerun-error.js';

/** A long act of a cassette has a few megabytes. */
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * `POST /acts/ACT/rerun` with `{ "from": STEP, "model": "rules" | "scripted" | "recorded", "text": … }` →
 * a line of JSON for each step from there on, a `RerunStep`, as they come. What can't be is 400 with `{ message }`.
 */
export function rerunApp(aging: Aging): Hono {
  const { store } = aging;
  const app = new Hono();
  app.post('/acts/:act/rerun', bodyLimit({ maxSize: MOST_BYTES }), async (context) => {
    // No page of another site can send this type without asking first.
    if (context.req.header('content-type')?.split(';')[0]?.trim() !== 'application/json')
      return context.json({ message: 'content-type must be application/json' }, 415);
    const act = store.act(context.req.param('act'));
    const run = act && store.run(act.workflowRunId);
    if (!act || !run) return context.json({ message: 'There is no such act here' }, 404);
    const steps = act.steps.filter(({ superseded }) => !superseded);
    try {
      const { from, model, text } = read(await context.req.text());
      const at = steps.findIndex(({ stepId }) => stepId === from);
      if (at === -1)
        throw new RerunError(
          `from must be the id of a step of this act that its client has followed, is ${JSON.stringify(from)}`,
        );
      const chosen = chooseModel(model, text, at + 1, aging.now);
      const recorded = {
        run,
        act,
        steps,
        seenIn: (stepId: string) => store.observations.get(stepId),
      };
      context.header('content-type', 'application/x-ndjson; charset=utf-8');
      return stream(context, async (out) => {
        const gone = new AbortController();
        out.onAbort(() => gone.abort());
        for await (const step of rerunAct(recorded, at, chosen, gone.signal)) {
          if (out.aborted) return;
          await out.write(`${JSON.stringify(step)}\n`);
        }
      });
    } catch (error) {
      if (!(error instanceof RerunError)) throw error;
      return context.json({ message: error.message }, 400);
    }
  });
  return app;
}

function read(body: string): { from: unknown; model: unknown; text: string } {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (cause) {
    throw new RerunError('The body is not JSON', { cause });
  }
  if (!isRecord(value)) throw new RerunError('The body is no JSON object');
  const { from, model, text = '' } = value;
  if (typeof text !== 'string') throw new RerunError('text must be a string');
  return { from, model, text };
}

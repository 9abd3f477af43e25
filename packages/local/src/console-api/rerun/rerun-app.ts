import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { stream } from 'hono/streaming';
import { isRecord } from '../../contract/validate.js';
import type { Aging } from '../../operations/lookup.js';
import type { ActRecord, RunRecord } from '../../state/records.js';
import { actCassette } from './act-cassette.js';
import { chooseModel } from './choose-model.js';
import type { Recorded } from './recorded-act.js';
import { rerunAct } from './rerun-act.js';
import { RerunError } from './rerun-error.js';

/** A long act of a cassette has a few megabytes. */
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * `POST /acts/ACT/rerun` with `{ "from": STEP, "model": "rules" | "scripted" | "recorded", "text": … }` →
 * a line of JSON for each step from there on, a `RerunStep`, as they come.
 *
 * `GET /acts/ACT/cassette?before=STEP` → a file for `--replay`: the acts of the run before this one, and this one up to
 * that step. `secrets` are kept out of it.
 *
 * What can't be is 400 with `{ message }`.
 */
export function rerunApp(aging: Aging, secrets: readonly string[]): Hono {
  const { store } = aging;
  const app = new Hono();
  const recordedOf = (run: RunRecord, act: ActRecord): Recorded => ({
    run,
    act,
    steps: act.steps.filter(({ superseded }) => !superseded),
    seenIn: (stepId: string) => store.observations.get(stepId),
  });
  app.get('/acts/:act/cassette', (context) => {
    const act = store.act(context.req.param('act'));
    const run = act && store.run(act.workflowRunId);
    if (!act || !run) return context.json({ message: 'There is no such act here' }, 404);
    try {
      const recorded = recordedOf(run, act);
      const at = placeOf(recorded, context.req.query('before'), 'before');
      const earlier = run.sessions
        .flatMap(({ acts }) => acts)
        .filter(({ sequence }) => sequence < act.sequence)
        .sort((one, other) => one.sequence - other.sequence)
        .map((one) => recordedOf(run, one));
      const parts = [
        ...earlier.map((one) => actCassette(one, one.steps.length, secrets)),
        actCassette(recorded, at, secrets),
      ];
      context.header('content-type', 'application/x-ndjson; charset=utf-8');
      const name = `act-${act.actId.slice(0, 8)}-to-step-${at + 1}.jsonl`;
      context.header('content-disposition', `attachment; filename="${name}"`);
      return context.body(parts.join(''));
    } catch (error) {
      if (!(error instanceof RerunError)) throw error;
      return context.json({ message: error.message }, 400);
    }
  });
  app.post('/acts/:act/rerun', bodyLimit({ maxSize: MOST_BYTES }), async (context) => {
    // No page of another site can send this type without asking first.
    if (context.req.header('content-type')?.split(';')[0]?.trim() !== 'application/json')
      return context.json({ message: 'content-type must be application/json' }, 415);
    const act = store.act(context.req.param('act'));
    const run = act && store.run(act.workflowRunId);
    if (!act || !run) return context.json({ message: 'There is no such act here' }, 404);
    try {
      const { from, model, text } = read(await context.req.text());
      const recorded = recordedOf(run, act);
      const at = placeOf(recorded, from, 'from');
      const chosen = chooseModel(model, text, at + 1, aging.now);
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

function placeOf({ steps }: Recorded, wanted: unknown, member: string): number {
  const at = steps.findIndex(({ stepId }) => stepId === wanted);
  if (at >= 0) return at;
  throw new RerunError(
    `${member} must be the id of a step of this act that its client has followed, is ${JSON.stringify(wanted ?? null)}`,
  );
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

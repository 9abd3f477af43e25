import { type Context, Hono } from 'hono';
import { stream } from 'hono/streaming';
import { type Aging, expireAct, expireRun, isGone } from '../operations/lookup.js';
import type { ActRecord, RunRecord } from '../state/records.js';
import type { RequestLog } from '../state/request-log.js';
import { callTargets } from './call-targets.js';
import { changeStream } from './change-stream.js';
import { type ConsoleAccess, loginApp, requireAccess } from './console-access.js';
import { exportRun } from './export-run.js';
import { findRuns } from './find-runs.js';
import { rerunApp } from './rerun/rerun-app.js';
import { readScreenshot } from './screenshot.js';
import { actRow, runDetail, runRow, stepDetail, stepRow } from './views.js';

/**
 * What the console reads, all of it JSON, by GET but for the rerun:
 *
 * - `/runs?text=&status=&surface=&definition=&minMs=&before=&limit=` → `{ runs: RunRow[], next? }`, newest first
 * - `/runs/RUN` → `RunDetail`; with `/export` the whole of it as a file, pictures too
 * - `/acts/ACT` → `ActRow`
 * - `/acts/ACT/steps?from=&limit=` → `{ steps: StepRow[], next? }`, oldest first, `from` counts from 0
 * - `/acts/ACT/targets?from=&limit=` → `{ targets: { STEP: { CALL: name } } }` of at most 50 steps
 * - `/acts/ACT/steps/STEP` → `StepDetail`; with `/screenshot` the picture, with `/dom` the capture as plain text
 * - `POST /acts/ACT/rerun`, `/acts/ACT/cassette?before=STEP`: see `rerunApp`
 * - `/requests?limit=` → `{ requests: RequestRecord[] }`, newest first
 * - `/definitions` → `{ definitions: [{ name, surface }] }`
 * - `/events` → server-sent events, see `changeStream`
 *
 * What is not there is 404 with `{ message }`.
 */
export function consoleApi(aging: Aging, requests: RequestLog, access: ConsoleAccess): Hono {
  const { store } = aging;
  const app = new Hono();
  app.route('/', loginApp(access));
  app.use(requireAccess(access));
  app.use(async (context, next) => {
    await next();
    context.header('cache-control', 'no-store');
    context.header('x-content-type-options', 'nosniff');
  });

  const visibleRuns = () => store.runs().filter((run) => !isGone(aging, run));
  const aged = (run: RunRecord) => {
    expireRun(aging, run);
    for (const session of run.sessions) for (const act of session.acts) expireAct(aging, act);
    return run;
  };
  app.get('/runs', (context) => {
    const { text, status, surface, definition } = context.req.query();
    const before = numberOf(context, 'before');
    const minMs = numberOf(context, 'minMs');
    const query = {
      limit: Math.min(numberOf(context, 'limit') ?? 100, 1000),
      ...(text ? { text } : {}),
      ...(status ? { status } : {}),
      ...(surface ? { surface } : {}),
      ...(definition ? { definition } : {}),
      ...(before === undefined ? {} : { before }),
      ...(minMs === undefined ? {} : { minMs }),
    };
    const found = findRuns(visibleRuns().map(aged), query, aging.now());
    return context.json({ ...found, runs: found.runs.map(runRow) });
  });
  app.get('/runs/:run', (context) => {
    const run = store.run(context.req.param('run'));
    return run && !isGone(aging, run) ? context.json(runDetail(aged(run))) : missing(context);
  });
  app.get('/runs/:run/export', (context) => {
    const run = store.run(context.req.param('run'));
    if (!run || isGone(aging, run)) return missing(context);
    context.header('content-type', 'application/json; charset=utf-8');
    context.header('content-disposition', `attachment; filename="run-${run.workflowRunId}.json"`);
    return stream(context, async (out) => {
      for (const piece of exportRun(aged(run), (stepId) => store.observations.get(stepId))) {
        if (out.aborted) return;
        await out.write(piece);
      }
    });
  });
  app.get('/acts/:act', (context) => {
    const act = store.act(context.req.param('act'));
    if (!act) return missing(context);
    expireAct(aging, act);
    return context.json(actRow(act));
  });
  app.get('/acts/:act/steps', (context) => {
    const act = store.act(context.req.param('act'));
    if (!act) return missing(context);
    const from = numberOf(context, 'from') ?? 0;
    const to = from + Math.min(numberOf(context, 'limit') ?? 200, 2000);
    return context.json({
      steps: act.steps.slice(from, to).map(stepRow),
      ...(to < act.steps.length ? { next: to } : {}),
    });
  });
  app.get('/acts/:act/targets', (context) => {
    const act = store.act(context.req.param('act'));
    if (!act) return missing(context);
    const from = numberOf(context, 'from') ?? 0;
    const to = from + Math.min(numberOf(context, 'limit') ?? 50, 50);
    const targets = act.steps
      .slice(from, to)
      .map((step) => [step.stepId, callTargets(step.calls, store.observations.get(step.stepId))]);
    return context.json({ targets: Object.fromEntries(targets) });
  });
  const stepOf = (act: ActRecord | undefined, stepId: string) =>
    act?.steps.find((step) => step.stepId === stepId);
  app.get('/acts/:act/steps/:step', (context) => {
    const step = stepOf(store.act(context.req.param('act')), context.req.param('step'));
    return step
      ? context.json(stepDetail(step, store.observations.get(step.stepId)))
      : missing(context);
  });
  app.get('/acts/:act/steps/:step/screenshot', (context) => {
    const step = stepOf(store.act(context.req.param('act')), context.req.param('step'));
    const seen = step && store.observations.get(step.stepId);
    const picture = seen && readScreenshot(seen.screenshotBase64);
    if (!picture) return missing(context);
    return context.body(picture.bytes, 200, { 'content-type': picture.mediaType });
  });
  app.get('/acts/:act/steps/:step/dom', (context) => {
    const step = stepOf(store.act(context.req.param('act')), context.req.param('step'));
    const seen = step && store.observations.get(step.stepId);
    return seen ? context.text(seen.simplifiedDOM) : missing(context);
  });
  app.route('/', rerunApp(aging, access.apiKeys));
  app.get('/requests', (context) => {
    const limit = Math.min(numberOf(context, 'limit') ?? 200, 10_000);
    return context.json({ requests: requests.list().slice(-limit).reverse() });
  });
  app.get('/definitions', (context) =>
    context.json({
      definitions: store
        .definitions()
        .filter((record) => !isGone(aging, record))
        .map(({ name, surface }) => ({ name, surface })),
    }),
  );
  app.get('/events', (context) => changeStream(context, store));
  return app;
}

function missing(context: Context) {
  return context.json({ message: 'There is no such thing here' }, 404);
}

/** A whole number of the query, or undefined when it is absent or none. */
function numberOf(context: Context, name: string): number | undefined {
  const text = context.req.query(name);
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

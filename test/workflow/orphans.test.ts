import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NovaActService, ValidationError } from '@nova-act/core';
import { type Fault, scriptedModel, startLocalService } from '@nova-act/local';
import { endOrphanedRuns, type OrphanOptions, Workflow } from '@nova-act/workflow';
import { describe, expect, it, onTestFinished } from 'vitest';
import { impatient, localRun, rejection } from './support/local-run.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const NAME = { workflowDefinitionName: 'flights' };

/** The service in memory, with a clock of its own that both sides tell the time by. */
function worldOf(faults: Fault[] = []) {
  const start = Date.now();
  const time = { nowMs: start };
  const now = () => time.nowMs;
  const { service, seams, iam } = localRun({ faults, now, actTimeoutMs: 10 * HOUR_MS });
  // Signed by the service's time: hours pass here.
  const clock = { ...impatient, now };
  const options: OrphanOptions = Object.assign(
    { ...NAME, credentials: service.credentials, olderThanMs: HOUR_MS },
    { ...seams, clock },
  );
  const { olderThanMs: _, workflowDefinitionName: __, ...reach } = options;
  const client = new NovaActService(reach);
  /** A run as another process, or another SDK, begins it. */
  const begin = async (name = NAME.workflowDefinitionName) => {
    const run = { workflowDefinitionName: name, modelId: 'nova-act-latest' };
    const { workflowRunId } = await client.createWorkflowRun(run);
    return { workflowDefinitionName: name, workflowRunId };
  };
  const act = async (run: Awaited<ReturnType<typeof begin>>) => {
    const { sessionId } = await client.createSession(run);
    const { actId } = await client.createAct({ ...run, sessionId, task: 'go' });
    return { ...run, sessionId, actId };
  };
  const status = (id: string) =>
    service.runs().find(({ workflowRunId }) => workflowRunId === id)?.status;
  return { service, options, iam: { ...iam, clock }, client, begin, act, status, time };
}

describe('endOrphanedRuns', () => {
  it('ends FAILED what had no sign of life for as long as that, and nothing else', async () => {
    const world = worldOf();
    const { options, client, begin, act, status, time } = world;
    const idle = await begin();
    const acted = await begin();
    const ended = await begin();
    const elsewhere = await begin('others');
    await client.updateWorkflowRun({ ...ended, status: 'SUCCEEDED' });
    await client.updateAct({ ...(await act(acted)), status: 'SUCCEEDED' });
    time.nowMs += HOUR_MS / 2;
    const later = await begin();
    const active = await begin();
    time.nowMs += HOUR_MS / 2;
    const done = await act(active);
    time.nowMs += HOUR_MS / 2 - 1;
    await client.updateAct({ ...done, status: 'FAILED' });
    const report = await endOrphanedRuns(options);
    expect(report.orphans.map(({ workflowRunId }) => workflowRunId)).toEqual([
      idle.workflowRunId,
      acted.workflowRunId,
    ]);
    expect(report).toMatchObject({ alive: 2, failed: [] });
    expect([idle, acted].map((run) => status(run.workflowRunId))).toEqual(['FAILED', 'FAILED']);
    for (const run of [elsewhere, later, active]) expect(status(run.workflowRunId)).toBe('RUNNING');
    expect(status(ended.workflowRunId)).toBe('SUCCEEDED');
  });

  it('says when each was begun and last active: when an act began or ended', async () => {
    const { options, client, begin, act, time } = worldOf();
    const startedAt = new Date(time.nowMs);
    const run = await begin();
    time.nowMs += 1_000;
    const acted = await act(run);
    time.nowMs += 1_000;
    await client.updateAct({ ...acted, status: 'TIMED_OUT' });
    const lastActiveAt = new Date(time.nowMs);
    time.nowMs += HOUR_MS;
    const { orphans } = await endOrphanedRuns(options);
    expect(orphans).toEqual([{ ...run, startedAt, lastActiveAt }]);
  });

  it('leaves a run alone while an act without an end may be going on: 30 minutes, whatever olderThanMs says', async () => {
    const { options, begin, act, status, time } = worldOf();
    const run = await begin();
    await act(run);
    time.nowMs += 30 * MINUTE_MS - 1;
    const short = { ...options, olderThanMs: MINUTE_MS };
    expect(await endOrphanedRuns(short)).toEqual({ orphans: [], alive: 1, failed: [] });
    time.nowMs += 1;
    expect(await endOrphanedRuns(short)).toMatchObject({ orphans: [run], alive: 0 });
    expect(status(run.workflowRunId)).toBe('FAILED');
  });

  it('ends the acts that have no end before the run', async () => {
    const { options, begin, act, service, time } = worldOf();
    await act(await begin());
    time.nowMs += HOUR_MS;
    await endOrphanedRuns(options);
    expect(service.runs()[0]?.acts).toMatchObject([
      { status: 'FAILED', error: { type: 'OrphanedRun' } },
    ]);
    const updates = service.requests().filter(({ operation }) => operation?.startsWith('Update'));
    expect(updates.map(({ operation }) => operation)).toEqual(['UpdateAct', 'UpdateWorkflowRun']);
  });

  it('with dryRun finds them and leaves them', async () => {
    const { options, begin, act, service, time } = worldOf();
    const run = await begin();
    await act(run);
    time.nowMs += HOUR_MS;
    expect(await endOrphanedRuns({ ...options, dryRun: true })).toMatchObject({ orphans: [run] });
    expect(service.runs()).toMatchObject([{ status: 'RUNNING' }]);
  });

  it('never ends a run of this process, however long it is without an act', async () => {
    const { options, iam, status, time } = worldOf();
    await using workflow = await Workflow.start(iam);
    time.nowMs += 20 * HOUR_MS;
    expect(await endOrphanedRuns(options)).toEqual({ orphans: [], alive: 1, failed: [] });
    expect(status(workflow.workflowRunId)).toBe('RUNNING');
  });

  it('goes through every page, of runs and of acts', async () => {
    const { options, client, begin, act, time } = worldOf();
    for (let count = 0; count < 120; count++) await begin();
    const busy = await begin();
    const { sessionId, actId } = await act(busy);
    for (let count = 0; count < 120; count++) {
      const more = await client.createAct({ ...busy, sessionId, task: 'go' });
      await client.updateAct({ ...busy, sessionId, actId: more.actId, status: 'SUCCEEDED' });
    }
    time.nowMs += HOUR_MS;
    // The oldest act of all is the last to end.
    await client.updateAct({ ...busy, sessionId, actId, status: 'SUCCEEDED' });
    const { orphans, alive } = await endOrphanedRuns(options);
    expect({ orphans: orphans.length, alive }).toEqual({ orphans: 120, alive: 1 });
  });

  it('counts as alive what ends by itself meanwhile', async () => {
    const { options, client, begin, service, status, time } = worldOf();
    const run = await begin();
    time.nowMs += HOUR_MS;
    const fetch: typeof globalThis.fetch = async (input, init) => {
      if (String(init?.body).includes('FAILED')) {
        await client.updateWorkflowRun({ ...run, status: 'SUCCEEDED' });
      }
      return service.fetch(input as string, init);
    };
    const report = await endOrphanedRuns(Object.assign({}, options, { fetch }));
    expect(report).toEqual({ orphans: [], alive: 1, failed: [] });
    expect(status(run.workflowRunId)).toBe('SUCCEEDED');
  });

  it.each(['ListActs', 'UpdateWorkflowRun'] as const)(
    'goes on when %s fails of one run, and says of which',
    async (operation) => {
      const { options, begin, time } = worldOf([{ kind: 'status', operation, times: 2 }]);
      const [first, second] = [await begin(), await begin()];
      time.nowMs += HOUR_MS;
      const { orphans, failed } = await endOrphanedRuns(options);
      expect(failed).toMatchObject([{ workflowRunId: first.workflowRunId, error: { operation } }]);
      expect(orphans).toMatchObject([second]);
    },
  );

  it('rejects when the runs cannot be listed, and with the reason of its signal', async () => {
    const { options, begin, time } = worldOf([
      { kind: 'status', operation: 'ListWorkflowRuns', times: 2 },
    ]);
    await begin();
    time.nowMs += HOUR_MS;
    expect(await rejection(endOrphanedRuns(options))).toMatchObject({
      operation: 'ListWorkflowRuns',
    });
    const signal = AbortSignal.abort('enough');
    expect(await rejection(endOrphanedRuns({ ...options, signal }))).toBe('enough');
  });

  it.each<[string, Partial<OrphanOptions>, RegExp]>([
    ['no age', { olderThanMs: undefined as never }, /^olderThanMs/],
    ['an age of 0', { olderThanMs: 0 }, /^olderThanMs/],
    ['an age that is no number', { olderThanMs: '1h' as never }, /^olderThanMs/],
    ['no definition', { workflowDefinitionName: undefined as never }, /^workflowDefinitionName/],
    ['a misspelt option', { olderThan: 1 } as never, /did you mean olderThanMs/i],
    ['an API key', { credentials: undefined, apiKey: 'k'.repeat(36) }, /^apiKey/],
  ])('refuses %s before anything is sent', async (_what, change, message) => {
    const { options, service } = worldOf();
    const error = await rejection(endOrphanedRuns({ ...options, ...change }));
    expect(error).toBeInstanceOf(ValidationError);
    expect((error as Error).message).toMatch(message);
    expect(service.requests()).toEqual([]);
  });
});

describe('of two processes', () => {
  const PROGRAM = fileURLToPath(new URL('./support/orphan-program.ts', import.meta.url));

  async function startProgram(env: NodeJS.ProcessEnv) {
    const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM], {
      env: { ...process.env, ...env, NOVA_ACT_API_KEY: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    let output = '';
    for await (const text of child.stdout
      .setEncoding('utf8')
      .iterator({ destroyOnReturn: false })) {
      output += text;
      if (output.includes('acting')) break;
    }
    child.stdout.resume();
    if (!output.includes('acting')) throw new Error(`ended early: ${output}`);
    return { child, run: /run (\S+)/.exec(output)?.[1] ?? '' };
  }

  it.each([
    ['acts', 'acts', 'here'],
    ['hangs', 'hangs', 'here'],
    ['idle', 'idle', 'here'],
    // Not killed in the middle of an act, which may be going on for all that is known of elsewhere.
    ['once', 'acts', 'elsewhere'],
    ['idle', 'acts', 'elsewhere'],
  ])(
    'the run of the one that was killed (%s) is ended, and that of the living one (%s, %s) goes on',
    async (killedPlan, livingPlan, where) => {
      const service = await startLocalService({ model: scriptedModel(() => [['return', 'ok']]) });
      onTestFinished(() => service.stop());
      // The leases of another machine are not seen from here.
      const folder = mkdtempSync(join(tmpdir(), 'nova-act-orphans-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      const env = { ...service.iamEnv, ...(where === 'elsewhere' ? { TMPDIR: folder } : {}) };
      const [killed, living] = await Promise.all([
        startProgram({ ...env, NOVA_ACT_TEST_PLAN: killedPlan }),
        startProgram({ ...env, NOVA_ACT_TEST_PLAN: livingPlan }),
      ]);
      const { endpointUrl, credentials } = service.workflowOptions;
      const options: OrphanOptions = {
        workflowDefinitionName: 'orphans',
        endpointUrl,
        credentials,
        // The living one must not look idle because the machine is busy.
        olderThanMs: where === 'here' ? 300 : 5_000,
      };
      killed.child.kill('SIGKILL');
      await once(killed.child, 'exit');
      const find = async () => (await endOrphanedRuns(options)).orphans;
      await expect
        .poll(find, { timeout: 20_000, interval: 100 })
        .toMatchObject([{ workflowRunId: killed.run }]);
      expect(await find()).toEqual([]);
      const status = (id: string) =>
        service.runs().find(({ workflowRunId }) => workflowRunId === id)?.status;
      expect(status(killed.run)).toBe('FAILED');
      expect(status(living.run)).toBe('RUNNING');
    },
  );
});

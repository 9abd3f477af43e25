import { describe, expect, it } from 'vitest';
import { ActServiceUnavailableError } from '../errors/index.js';
import type { UpdateWorkflowRunInput } from '../wire/operations.js';
import type { NovaActService } from './nova-act-service.js';
import { openRun } from './run-record.js';

const INPUT = { workflowDefinitionName: 'flights', modelId: 'm' };

function scripted(parts: Partial<NovaActService>) {
  const updates: UpdateWorkflowRunInput[] = [];
  const service = {
    surface: 'aws',
    createWorkflowRun: async () => ({ workflowRunId: 'run-1' }),
    updateWorkflowRun: async (input: UpdateWorkflowRunInput) => void updates.push(input),
    ...parts,
  } as NovaActService;
  return { service, updates };
}

describe('openRun', () => {
  it('ends a run once, with the first status', async () => {
    const { service, updates } = scripted({});
    const run = await openRun(service, INPUT);
    await Promise.all([run.end('FAILED'), run.end('SUCCEEDED')]);
    await run.end('SUCCEEDED');
    expect(updates).toEqual([
      { workflowDefinitionName: 'flights', workflowRunId: 'run-1', status: 'FAILED' },
    ]);
  });

  it('ends also after the signal it was opened with is aborted', async () => {
    const controller = new AbortController();
    const { service, updates } = scripted({});
    const run = await openRun(service, INPUT, { signal: controller.signal });
    controller.abort();
    await run.end('FAILED');
    expect(updates).toHaveLength(1);
  });

  it('aborted beforehand creates nothing', async () => {
    const { service } = scripted({
      createWorkflowRun: () => {
        throw new Error('was called');
      },
    });
    const opening = openRun(service, INPUT, { signal: AbortSignal.abort('no') });
    await expect(opening).rejects.toBe('no');
  });

  it('aborted while it is created rejects at once, and a run that comes late is ended FAILED', async () => {
    const controller = new AbortController();
    let answer: (run: { workflowRunId: string }) => void = () => {};
    const { service, updates } = scripted({
      createWorkflowRun: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    const late: Promise<unknown>[] = [];
    const opening = openRun(service, INPUT, {
      signal: controller.signal,
      onLate: (ended) => late.push(ended),
    });
    controller.abort('enough');
    await expect(opening).rejects.toBe('enough');
    expect(updates).toEqual([]);
    answer({ workflowRunId: 'run-late' });
    expect(await Promise.all(late)).toEqual(['FAILED']);
    expect(updates).toMatchObject([{ workflowRunId: 'run-late', status: 'FAILED' }]);
  });

  it('a late creation that fails leaves nothing to end and no unhandled rejection', async () => {
    const controller = new AbortController();
    let fail: (error: Error) => void = () => {};
    const { service, updates } = scripted({
      createWorkflowRun: () =>
        new Promise((_resolve, reject) => {
          fail = reject;
        }),
    });
    const late: Promise<unknown>[] = [];
    const opening = openRun(service, INPUT, {
      signal: controller.signal,
      onLate: (ended) => late.push(ended),
    });
    controller.abort('enough');
    await expect(opening).rejects.toBe('enough');
    fail(new Error('refused'));
    expect(await Promise.all(late)).toEqual([undefined]);
    expect(updates).toEqual([]);
  });

  it('gives every caller the failure of its end', async () => {
    const down = new ActServiceUnavailableError('down', { operation: 'UpdateWorkflowRun' });
    const { service } = scripted({
      updateWorkflowRun: async () => {
        throw down;
      },
    });
    const run = await openRun(service, INPUT);
    await expect(run.end('FAILED')).rejects.toBe(down);
    await expect(run.end('SUCCEEDED')).rejects.toBe(down);
  });
});

import { describe, expect, it } from 'vitest';
import {
  ActConflictError,
  ActNotFoundError,
  WorkflowDefinitionMismatchError,
} from '../errors/index.js';
import { standingClock } from '../service/testing/fake-service.js';
import type { WorkflowDefinition } from '../wire/catalog.js';
import type { Catalog } from './catalog.js';
import { ensureDefinition } from './ensure-definition.js';

const missing = new ActNotFoundError('no such definition', { operation: 'GetWorkflowDefinition' });
const taken = new ActConflictError('taken', { operation: 'CreateWorkflowDefinition' });
const there = (parts: Partial<WorkflowDefinition> = {}): WorkflowDefinition => ({
  name: 'flights',
  arn: 'arn:aws:nova-act:us-east-1:123456789012:workflow-definition/flights',
  createdAt: new Date(0),
  status: 'ACTIVE',
  ...parts,
});
const exportConfig = { s3BucketName: 'traces', s3KeyPrefix: 'nova' };

/** A catalog that answers reads in this order, the last one for ever. */
function catalog(reads: (WorkflowDefinition | Error)[], creation: Error | undefined = undefined) {
  const calls: string[] = [];
  const queue = [...reads];
  const part: Pick<Catalog, 'get' | 'create'> = {
    async get() {
      calls.push('get');
      const next = (queue.length > 1 ? queue.shift() : queue[0]) ?? missing;
      if (next instanceof Error) throw next;
      return next;
    },
    async create() {
      calls.push('create');
      if (creation) throw creation;
      return { status: 'ACTIVE' };
    },
  };
  return { calls, catalog: part as Catalog };
}

function ensure(made: ReturnType<typeof catalog>, input = {}) {
  const { clock, waits } = standingClock();
  return { waits, ended: ensureDefinition(made.catalog, { name: 'flights', ...input }, {}, clock) };
}

describe('a definition that is to be there', () => {
  it('is read, and nothing is created, when it is', async () => {
    const made = catalog([there()]);
    expect(await ensure(made).ended).toEqual(there());
    expect(made.calls).toEqual(['get']);
  });

  it('is created when it is not, and read again', async () => {
    const made = catalog([missing, there({ exportConfig })]);
    expect(await ensure(made, { exportConfig }).ended).toEqual(there({ exportConfig }));
    expect(made.calls).toEqual(['get', 'create', 'get']);
  });

  it('is taken as it is by who lost the race to create it', async () => {
    const made = catalog([missing, there({ exportConfig })], taken);
    expect(await ensure(made, { exportConfig }).ended).toEqual(there({ exportConfig }));
  });

  it('is looked for again, in growing steps, while the service does not show it yet', async () => {
    const made = catalog([missing, missing, missing, there()], taken);
    const { waits, ended } = ensure(made);
    expect(await ended).toEqual(there());
    expect(waits).toEqual([100, 200]);
  });

  it('that is never shown is the conflict, after a bounded time', async () => {
    const { waits, ended } = ensure(catalog([missing], taken));
    await expect(ended).rejects.toBe(taken);
    expect(waits).toEqual([100, 200, 400, 800, 1_600]);
  });

  it('that was created and is never shown is not found', async () => {
    await expect(ensure(catalog([missing])).ended).rejects.toBe(missing);
  });

  it.each([
    ['exports nothing', undefined],
    ['exports to s3://other', { s3BucketName: 'other' }],
    ['exports to s3://traces', { s3BucketName: 'traces' }],
    ['exports to s3://traces/else', { s3BucketName: 'traces', s3KeyPrefix: 'else' }],
  ])('that %s and not where it should is a mismatch that shows both', async (is, existing) => {
    const found = there(existing ? { exportConfig: existing } : {});
    const failed = await ensure(catalog([found]), { exportConfig }).ended.catch((error) => error);
    expect(failed).toBeInstanceOf(WorkflowDefinitionMismatchError);
    expect(failed).toMatchObject({ workflowDefinitionName: 'flights', wanted: exportConfig });
    expect(failed.existing).toEqual(existing);
    expect(failed.message).toContain(`flights is there, and ${is}, not to s3://traces/nova. Pass`);
    expect(failed.message).toContain('deleteWorkflowDefinition()');
  });

  it('is a mismatch also where the race was lost to another exportConfig', async () => {
    const made = catalog([missing, there()], taken);
    await expect(ensure(made, { exportConfig }).ended).rejects.toThrow(
      WorkflowDefinitionMismatchError,
    );
  });

  it('is taken wherever it exports to, when nothing is said of that', async () => {
    const found = there({ exportConfig });
    expect(await ensure(catalog([found])).ended).toBe(found);
  });

  it('that is being deleted is a conflict that says so', async () => {
    const { ended } = ensure(catalog([there({ status: 'DELETING' })]));
    await expect(ended).rejects.toThrow(ActConflictError);
    await expect(ended).rejects.toThrow(/flights is being deleted/);
  });

  it('passes on what else the service says', async () => {
    const denied = new Error('denied');
    await expect(ensure(catalog([denied])).ended).rejects.toBe(denied);
    await expect(ensure(catalog([missing], denied)).ended).rejects.toBe(denied);
  });
});

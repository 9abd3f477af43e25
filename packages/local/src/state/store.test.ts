import { describe, expect, test } from 'vitest';
import { type Journal, noJournal } from './journal.js';
import { observationsInMemory } from './observations.js';
import type { RunRecord } from './records.js';
import { Store } from './store.js';

const run = (workflowRunId: string): RunRecord => ({
  surface: 'aws',
  workflowDefinitionName: 'default',
  workflowRunId,
  modelId: 'nova-act-latest',
  clientInfo: { compatibilityVersion: 1 },
  status: 'RUNNING',
  startedAtMs: 0,
  updates: [],
  sequence: 1,
  sessions: [],
});

function open(faults: Partial<Journal> = {}) {
  const written: string[] = [];
  const log = (name: string) => () => void written.push(name);
  const journal: Journal = {
    ...noJournal,
    begin: log('begin'),
    commit: log('commit'),
    rollBack: log('roll back'),
    run: ({ workflowRunId, status }) => void written.push(`${workflowRunId} ${status}`),
    ...faults,
  };
  const store = new Store(journal, observationsInMemory(1000));
  const told: unknown[] = [];
  store.onChange((change) => told.push(change));
  return { store, written, told };
}
const fail = (): never => {
  throw new Error('full');
};

describe('changes that are made together', () => {
  test('are told once they are on record, and a refusal in the middle keeps what came before', () => {
    const { store, written, told } = open();
    const refused = () =>
      store.atomically(() => {
        store.savedRun(run('a'));
        store.savedRun(run('b'), { status: 'FAILED' });
        expect(told).toEqual([]);
        throw new Error('refused');
      });
    expect(refused).toThrow('refused');
    expect(written).toEqual(['begin', 'a RUNNING', 'b FAILED', 'commit']);
    expect(told).toHaveLength(2);
    expect(store.runs()).toHaveLength(2);
  });

  test('are none when one of them can not be written, even if its error is caught', () => {
    const { store, written, told } = open({ definition: fail });
    store.savedRun(run('a'));
    const half = () =>
      store.atomically(() => {
        store.savedRun(store.run('a') ?? run('a'), { status: 'FAILED', endedAtMs: 1 });
        const definition = { surface: 'aws' as const, name: 'd', createdAtMs: 0, sequence: 2 };
        expect(() => store.savedDefinition(definition)).toThrow('full');
        expect(() => store.savedRun(run('b'))).toThrow('full');
      });
    expect(half).toThrow('full');
    expect(written.slice(3)).toEqual(['begin', 'a FAILED', 'roll back']);
    expect(store.runs()).toEqual([run('a')]);
    expect(store.definitions()).toEqual([]);
    expect(told).toHaveLength(1);
  });

  test.each(['begin', 'commit'] as const)('are none when their %s fails', (moment) => {
    const { store, told } = open({ [moment]: fail });
    const later: string[] = [];
    const change = () =>
      store.atomically(() => {
        store.savedRun(run('a'));
        store.afterwards(() => later.push('done'));
      });
    expect(change).toThrow('full');
    expect([store.runs(), told, later]).toEqual([[], [], []]);
  });
});

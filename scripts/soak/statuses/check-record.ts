import type { LocalService } from '@nova-act/local';
import type { Told } from './told.js';

interface Recorded {
  readonly status: string;
  readonly updates: readonly { status: string; accepted: boolean; atMs: number }[];
}

export interface Account {
  /** What a caller was told of each run and act, by its id. */
  readonly told: ReadonlyMap<string, Told>;
  /** Ids that reached the client: what it never heard of it cannot end. */
  readonly heard: ReadonlySet<string>;
}

const TERMINAL = new Set(['SUCCEEDED', 'FAILED', 'TIMED_OUT']);

/** Compares what is on record with what was told. Gives what is wrong, each in a sentence. */
export function checkRecord(service: LocalService, account: Account): string[] {
  const wrong: string[] = [];
  const requests = service.requests();
  const check = (kind: 'run' | 'act', id: string, record: Recorded): number | undefined => {
    const what = `${kind} ${id} (${record.status})`;
    const accepted = record.updates.filter((update) => update.accepted);
    if (accepted.length > 1) wrong.push(`${what} got ${accepted.length} terminal statuses`);
    const told = account.told.get(id);
    if (TERMINAL.has(record.status)) {
      const expected = told?.status ?? 'FAILED';
      if (record.status !== expected) wrong.push(`${what} was told to be ${expected}`);
    } else if (told?.status === 'SUCCEEDED' && !told.notOnRecord) {
      wrong.push(`${what} was told to be SUCCEEDED`);
    } else if (account.heard.has(id)) {
      const operation = kind === 'run' ? 'UpdateWorkflowRun' : 'UpdateAct';
      const sent = requests.filter((one) => one.operation === operation && one.path.includes(id));
      if (sent.length === 0) wrong.push(`${what} was left without an end`);
      if (sent.some(({ fault }) => !fault)) wrong.push(`${what} was refused its end`);
    }
    return accepted[0]?.atMs;
  };
  for (const run of service.runs()) {
    const runEndedMs = check('run', run.workflowRunId, run) ?? Number.POSITIVE_INFINITY;
    for (const act of run.acts) {
      const endedMs = check('act', act.actId, act) ?? 0;
      if (endedMs > runEndedMs) wrong.push(`act ${act.actId} ended after its run`);
    }
  }
  return wrong;
}

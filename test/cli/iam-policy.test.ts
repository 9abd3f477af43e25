import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NovaAct } from '@nova-act/core';
import { scriptedModel, startLocalService } from '@nova-act/local';
import { endOrphanedRuns, joinWorkflow, Workflow } from '@nova-act/workflow';
import { expect, it } from 'vitest';
import { ROOT } from '../architecture/source-files.js';
import { chromium } from '../support/chromium.js';

const COMMAND = join(ROOT, 'packages/cli/bin/nova-act.js');
const MODEL = join(ROOT, '../shared/contract/nova-act-2025-08-22.service-2.json');

function granted(audience: string): string[] {
  const text = execFileSync(process.execPath, [COMMAND, 'iam-policy', audience], {
    encoding: 'utf8',
  });
  const { Statement } = JSON.parse(text) as { Statement: { Action: string[] }[] };
  return Statement.flatMap(({ Action }) => Action.map((each) => each.replace('nova-act:', '')));
}

it('what a program sends in its life is granted to it: runs, sessions, acts, a handoff, and ending what was left', async () => {
  const service = await startLocalService({ model: scriptedModel([['return']]) });
  try {
    const { credentials, url: endpointUrl } = service;
    const options = { workflowDefinitionName: 'shop', credentials, endpointUrl };
    await Workflow.run(options, async (workflow) => {
      await NovaAct.use({ ...chromium() }, (nova) => nova.act('Be done'));
      await joinWorkflow(workflow.handoff(), () => undefined, { credentials, endpointUrl });
    });
    await endOrphanedRuns({ ...options, olderThanMs: 60_000 });
    const sent = new Set(service.requests().map(({ operation }) => operation ?? 'none'));
    expect(sent.size).toBeGreaterThan(6);
    expect([...sent].filter((operation) => !granted('run').includes(operation))).toEqual([]);
  } finally {
    await service.stop();
  }
});

it.skipIf(!existsSync(MODEL))(
  'the admin’s actions are the service’s operations, all of them',
  () => {
    const { operations } = JSON.parse(readFileSync(MODEL, 'utf8')) as { operations: object };
    expect(granted('admin').sort()).toEqual(Object.keys(operations).sort());
  },
);

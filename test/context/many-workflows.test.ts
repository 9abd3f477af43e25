import { NovaAct, SessionBusyError } from '@nova-act/core';
import { type LocalModel, startLocalService } from '@nova-act/local';
import { tryCurrentWorkflow, withWorkflow } from '@nova-act/workflow';
import { afterAll, expect, it } from 'vitest';
import { chromium } from '../support/chromium.js';

const WORKFLOWS = 10;

/** Looks twice before it returns which page it was shown, so that acts overlap. */
const model: LocalModel = {
  name: 'tells the page',
  step: ({ step, observation }) =>
    step < 3
      ? [{ name: 'takeObservation', input: [] }]
      : [{ name: 'return', input: [observation?.activeURL ?? ''] }],
};

const service = await startLocalService({ model });
afterAll(() => service.stop());

it('10 browsers under 10 workflows at once: every request carries its own run and session', async () => {
  const { credentials } = service;
  const endpointUrl = service.url;
  const runs = await Promise.all(
    Array.from({ length: WORKFLOWS }, (_, i) =>
      withWorkflow({ workflowDefinitionName: `w${i}`, credentials, endpointUrl }, async () => {
        const runId = tryCurrentWorkflow()?.workflowRunId;
        const startingPage = `${service.gymUrl}/planets?own=${i}`;
        await using nova = await NovaAct.start({ ...chromium(), startingPage });
        const acting = nova.actGet('Which page is this?');
        await expect(nova.act('Another')).rejects.toBeInstanceOf(SessionBusyError);
        const { parsed, metadata } = await acting;
        expect(parsed).toBe(startingPage);
        expect(metadata).toMatchObject({
          workflowDefinitionName: `w${i}`,
          workflowRunId: runId,
          sessionId: nova.sessionId,
        });
        expect(tryCurrentWorkflow()?.workflowRunId).toBe(runId);
        return metadata;
      })(),
    ),
  );
  const seen = service.runs();
  expect(seen).toHaveLength(WORKFLOWS);
  for (const [i, metadata] of runs.entries()) {
    const run = seen.find(({ workflowRunId }) => workflowRunId === metadata.workflowRunId);
    expect(run).toMatchObject({
      workflowDefinitionName: `w${i}`,
      status: 'SUCCEEDED',
      sessions: [
        {
          sessionId: metadata.sessionId,
          acts: [{ actId: metadata.actId, status: 'SUCCEEDED', steps: { length: 3 } }],
        },
      ],
    });
  }
});

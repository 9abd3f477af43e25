import { expect, it } from 'vitest';
import { ActBadResponseError, ValidationError } from '../errors/index.js';
import type { NovaActService } from './nova-act-service.js';
import { ACT_ID, fakeFetch, json, RUN_ARN, RUN_ID, SESSION_ID } from './testing/fake-service.js';
import { SURFACES } from './testing/surfaces.js';

const { aws, 'api-key': apiKey } = Object.fromEntries(
  SURFACES.map((each) => [each.surface, each]),
) as Record<'aws' | 'api-key', (typeof SURFACES)[number]>;
const run = { workflowDefinitionName: 'flights', workflowRunId: RUN_ID };
const runsUrl = `${aws.base}/workflow-definitions/flights/workflow-runs`;
const startedAt = new Date('2026-01-02T03:04:05.678Z');
const RUN = {
  workflowRunId: RUN_ID,
  workflowRunArn: RUN_ARN,
  status: 'RUNNING',
  startedAt: startedAt.toISOString(),
};
const ran = { workflowRunId: RUN_ID, workflowRunArn: RUN_ARN, status: 'RUNNING', startedAt };

type Full = { [Name in keyof NovaActService]-?: NonNullable<NovaActService[Name]> };
const full = (fetch: typeof globalThis.fetch) => aws.create({ fetch }) as Full;

it.each<[string, string, string, (s: Full) => Promise<unknown>, unknown]>([
  [
    'GetWorkflowRun',
    'GET',
    `${runsUrl}/${RUN_ID}`,
    (s) => s.getWorkflowRun(run),
    { ...ran, modelId: 'nova-act-v1.0' },
  ],
  [
    'ListWorkflowRuns',
    'POST',
    `${runsUrl}?maxResults=7&nextToken=a%2Bb%2F%3D`,
    (s) => s.listWorkflowRuns({ ...run, maxResults: 7, nextToken: 'a+b/=' }),
    { workflowRunSummaries: [ran] },
  ],
  [
    'ListSessions',
    'POST',
    `${runsUrl}/${RUN_ID}`,
    (s) => s.listSessions(run),
    { sessionSummaries: [{ sessionId: SESSION_ID }] },
  ],
  [
    'ListActs',
    'POST',
    `${aws.base}/workflow-definitions/flights/acts?workflowRunId=${RUN_ID}&sessionId=${SESSION_ID}`,
    (s) => s.listActs({ ...run, sessionId: SESSION_ID }),
    {
      actSummaries: [
        {
          workflowRunId: RUN_ID,
          sessionId: SESSION_ID,
          actId: ACT_ID,
          status: 'RUNNING',
          startedAt,
        },
      ],
    },
  ],
])('%s is one %s as the contract has it', async (_name, method, url, call, answer) => {
  const { fetch, seen } = fakeFetch();
  expect(await call(full(fetch))).toEqual(answer);
  expect(seen).toMatchObject([{ method, url, body: {} }]);
});

it('asks for an order in the body, as the model has it', async () => {
  const { fetch, seen } = fakeFetch();
  await full(fetch).listActs({ workflowDefinitionName: 'flights', sortOrder: 'Descending' });
  expect(seen[0]?.body).toEqual({ sortOrder: 'Descending' });
});

it('gives the token of the next page, the end of what has ended, and times in seconds as well', async () => {
  const ended = {
    ...RUN,
    status: 'TIMED_OUT',
    startedAt: 1_767_323_045.678,
    endedAt: 1_767_323_046,
  };
  const { fetch } = fakeFetch(json(200, { workflowRunSummaries: [ended], nextToken: 'more' }));
  const page = await full(fetch).listWorkflowRuns(run);
  expect(page).toEqual({
    workflowRunSummaries: [
      {
        ...ran,
        status: 'TIMED_OUT',
        endedAt: new Date('2026-01-02T03:04:06.000Z'),
      },
    ],
    nextToken: 'more',
  });
});

it.each<[string, unknown]>([
  ['no list', {}],
  ['a run that is null', { workflowRunSummaries: [null] }],
  ['a run without id', { workflowRunSummaries: [{ ...RUN, workflowRunId: undefined }] }],
  ['an id that would change a path', { workflowRunSummaries: [{ ...RUN, workflowRunId: '../x' }] }],
  ['an unknown status', { workflowRunSummaries: [{ ...RUN, status: 'GONE' }] }],
  ['a run without ARN', { workflowRunSummaries: [{ ...RUN, workflowRunArn: undefined }] }],
  [
    'a trace nowhere',
    { workflowRunSummaries: [{ ...RUN, traceLocation: { locationType: 'S3' } }] },
  ],
  ['no start', { workflowRunSummaries: [{ ...RUN, startedAt: undefined }] }],
  ['a start that is no time', { workflowRunSummaries: [{ ...RUN, startedAt: 'soon' }] }],
  ['an end that is no time', { workflowRunSummaries: [{ ...RUN, endedAt: true }] }],
  ['a token that is no text', { workflowRunSummaries: [], nextToken: 7 }],
])('a list answered with %s is a bad response', async (_what, body) => {
  const { fetch } = fakeFetch(json(200, body));
  await expect(full(fetch).listWorkflowRuns(run)).rejects.toBeInstanceOf(ActBadResponseError);
});

it.each([
  ['maxResults', { maxResults: 0 }],
  ['maxResults', { maxResults: 101 }],
  ['nextToken', { nextToken: '' }],
  ['sortOrder', { sortOrder: 'Up' as never }],
])('an unusable %s is refused before anything is sent', async (field, page) => {
  const { fetch, seen } = fakeFetch();
  const listing = full(fetch).listWorkflowRuns({ ...run, ...page });
  await expect(listing).rejects.toThrow(ValidationError);
  await expect(listing).rejects.toThrow(new RegExp(`^${field}`));
  expect(seen).toEqual([]);
});

it('the service of an API key has none of them', () => {
  const service = apiKey.create({});
  for (const name of ['getWorkflowRun', 'listWorkflowRuns', 'listSessions', 'listActs'] as const) {
    expect(service[name]).toBeUndefined();
  }
});

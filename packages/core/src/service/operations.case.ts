import { expect, it } from 'vitest';
import { readConfig } from '../config.js';
import { ActBadResponseError, ValidationError } from '../errors/index.js';
import { SDK_VERSION } from '../version.js';
import type { NovaActService } from './nova-act-service.js';
import { ACT_ID, fakeFetch, json, RUN_ID, SESSION_ID, STEP_ID } from './testing/fake-service.js';
import type { SURFACES } from './testing/surfaces.js';

type Surface = (typeof SURFACES)[number];

/** What holds of the six operations on every surface. */
export function operationsContract({ surface, definition, base, create }: Surface): void {
  const run = { workflowDefinitionName: definition, workflowRunId: RUN_ID };
  const session = { ...run, sessionId: SESSION_ID };
  const act = { ...session, actId: ACT_ID };
  const token = expect.stringMatching(/^(?=.{33,256}$)[a-zA-Z0-9](-*[a-zA-Z0-9])*$/);
  const runUrl = `${base}/workflow-definitions/${definition}/workflow-runs/${RUN_ID}`;
  const actUrl = `${runUrl}/sessions/${SESSION_ID}/acts/${ACT_ID}`;
  const callResults = [{ callId: 'initiateAct', content: [{ text: '{}' }] }];

  const table: [string, string, object, (service: NovaActService) => Promise<unknown>, unknown][] =
    [
      [
        'CreateWorkflowRun',
        `${base}/workflow-definitions/${definition}/workflow-runs`,
        {
          modelId: 'nova-act-latest',
          clientToken: token,
          clientInfo: { compatibilityVersion: 1, sdkVersion: SDK_VERSION },
        },
        (s) =>
          s.createWorkflowRun({ workflowDefinitionName: definition, modelId: 'nova-act-latest' }),
        { workflowRunId: RUN_ID },
      ],
      [
        'CreateSession',
        `${runUrl}/sessions`,
        { clientToken: token },
        (s) => s.createSession(run),
        { sessionId: SESSION_ID },
      ],
      [
        'CreateAct',
        `${runUrl}/sessions/${SESSION_ID}/acts`,
        { task: 'Go', clientToken: token },
        (s) => s.createAct({ ...session, task: 'Go', toolSpecs: [] }),
        { actId: ACT_ID },
      ],
      [
        'InvokeActStep',
        `${actUrl}/invoke-step${surface === 'aws' ? '/' : ''}`,
        { callResults, previousStepId: STEP_ID },
        (s) => s.invokeActStep({ ...act, callResults, previousStepId: STEP_ID }),
        { stepId: STEP_ID, calls: [{ callId: 'c1', name: 'return', input: ['ok'] }] },
      ],
      [
        'UpdateAct',
        actUrl,
        { status: 'FAILED', error: { message: 'no', type: 'ActError' } },
        (s) =>
          s.updateAct({ ...act, status: 'FAILED', error: { message: 'no', type: 'ActError' } }),
        undefined,
      ],
      [
        'UpdateWorkflowRun',
        runUrl,
        { status: 'SUCCEEDED' },
        (s) => s.updateWorkflowRun({ ...run, status: 'SUCCEEDED' }),
        undefined,
      ],
    ];

  it.each(table)('%s is one PUT with the members of the contract', async (...row) => {
    const [, url, body, call, answer] = row;
    const { fetch, seen } = fakeFetch();
    expect(await call(create({ fetch }))).toEqual(answer);
    expect(seen).toEqual([
      expect.objectContaining({ method: 'PUT', url, body: expect.objectContaining(body) }),
    ]);
    expect(Object.keys(seen[0]?.body ?? {}).sort()).toEqual(Object.keys(body).sort());
  });

  it('says who is asking', async () => {
    const { fetch, seen } = fakeFetch();
    await create({ fetch }).createSession(run);
    const headers = seen[0]?.headers ?? {};
    expect(headers['x-client-source']).toBe('sdk');
    expect(headers['content-type']).toBe('application/json');
    expect(headers['user-agent']).toMatch(new RegExp(`NovaActSdk/${SDK_VERSION}$`));
  });

  it('says that it asks for another program where NOVA_ACT_CLIENT_SOURCE has it so', async () => {
    const { fetch, seen } = fakeFetch();
    const config = readConfig({ NOVA_ACT_CLIENT_SOURCE: 'playground' });
    await create({ fetch, config }).createSession(run);
    expect(seen[0]?.headers['x-client-source']).toBe('playground');
  });

  const program = { stepId: STEP_ID, calls: [] };
  const call = { callId: 'c1', name: 'think', input: [] };
  it.each<[string, unknown]>([
    ['a list', []],
    ['a text', 'hello'],
    ['null', null],
    ['no stepId', { calls: [] }],
    ['a stepId that is a number', { ...program, stepId: 7 }],
    ['a stepId that would change a path', { ...program, stepId: '../acts' }],
    ['no calls', { stepId: STEP_ID }],
    ['calls that are no list', { ...program, calls: {} }],
    ['a call that is null', { ...program, calls: [null] }],
    ['a call without callId', { ...program, calls: [{ ...call, callId: undefined }] }],
    ['a call without name', { ...program, calls: [{ ...call, name: 3 }] }],
    ['a call without input', { ...program, calls: [{ callId: 'c1', name: 'think' }] }],
  ])('a step answered with %s is a bad response, kept as received', async (_what, body) => {
    const { fetch, seen } = fakeFetch(json(200, body, { 'x-amzn-requestid': 'req-1' }));
    const failed = await create({ fetch })
      .invokeActStep({ ...act, callResults })
      .catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(ActBadResponseError);
    expect(failed).toMatchObject({
      operation: 'InvokeActStep',
      status: 200,
      requestId: 'req-1',
      rawResponse: JSON.stringify(body),
    });
    expect(seen).toHaveLength(1);
  });

  it('a run, session or act answered without its id is a bad response', async () => {
    const answers = [
      json(201, {}),
      new Response('<html>', { status: 201 }),
      json(201, { actId: 1 }),
    ];
    const service = create({ fetch: fakeFetch(...answers).fetch });
    const name = { workflowDefinitionName: definition, modelId: 'm' };
    await expect(service.createWorkflowRun(name)).rejects.toThrow(ActBadResponseError);
    await expect(service.createSession(run)).rejects.toThrow(ActBadResponseError);
    await expect(service.createAct({ ...session, task: 'x' })).rejects.toThrow(/actId/);
  });

  it('an update answered with an empty body is done', async () => {
    const { fetch } = fakeFetch(new Response('', { status: 200 }));
    await create({ fetch }).updateWorkflowRun({ ...run, status: 'FAILED' });
  });

  it('an update answered with something that is no object is a bad response', async () => {
    const { fetch } = fakeFetch(new Response('OK', { status: 200 }));
    const update = create({ fetch }).updateAct({ ...act, status: 'SUCCEEDED' });
    await expect(update).rejects.toThrow(ActBadResponseError);
  });

  it('what the contract does not take is refused before anything is sent', async () => {
    const { fetch, seen } = fakeFetch();
    const service = create({ fetch });
    const refused: [() => Promise<unknown>, RegExp][] = [
      [() => service.createAct({ ...session, task: '' }), /^prompt/],
      [() => service.createAct({ ...session, task: 'x'.repeat(10_001) }), /10001 characters/],
      [() => service.invokeActStep({ ...act, callResults: [] }), /^callResults/],
      [() => service.createWorkflowRun({ workflowDefinitionName: 'a b', modelId: 'm' }), /a b/],
      [
        () => service.createWorkflowRun({ workflowDefinitionName: definition, modelId: '' }),
        /modelId/,
      ],
    ];
    for (const [send, message] of refused) {
      const error = await send().catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ValidationError);
      expect((error as Error).message).toMatch(message);
    }
    expect(seen).toHaveLength(0);
  });

  it('counts a character outside the basic plane as one', async () => {
    const { fetch, seen } = fakeFetch();
    await create({ fetch }).createAct({ ...session, task: '🛫'.repeat(10_000) });
    expect(seen).toHaveLength(1);
  });

  it('cuts the error of an act to what the service takes, not through a character', async () => {
    const { fetch, seen } = fakeFetch();
    const error = { message: `${'x'.repeat(9_999)}🛫`, type: 't'.repeat(200) };
    await create({ fetch }).updateAct({ ...act, status: 'FAILED', error });
    expect(seen[0]?.body['error']).toEqual({ message: 'x'.repeat(9_999), type: 't'.repeat(100) });
  });
}

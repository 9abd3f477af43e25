import { ActBadResponseError, NovaActControl, ValidationError } from '@nova-act/core';
import { describe, expect, it } from 'vitest';
import { awsModel, readMembers, withoutModel } from '../../packages/local/test/aws-model.js';
import { ANSWERS, EVERY_OPERATION, TOKEN } from './every-operation.js';

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'made-up' };
const operations = Object.keys(EVERY_OPERATION);

/** Sends an operation to a service that answers this. */
async function exchange(operation: string, answer: object = ANSWERS[operation] ?? {}) {
  const sent: { method: string; url: URL; body: Record<string, unknown> }[] = [];
  const fetch: typeof globalThis.fetch = async (input, { method = 'GET', body } = {}) => {
    const text = typeof body === 'string' ? body : '';
    sent.push({ method, url: new URL(String(input)), body: text === '' ? {} : JSON.parse(text) });
    return new Response(JSON.stringify(answer));
  };
  const control = new NovaActControl({ credentials, endpointUrl: 'https://nova-act.test', fetch });
  const send = EVERY_OPERATION[operation] as (control: NovaActControl) => Promise<unknown>;
  const outcome = await send(control).then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  return { sent, outcome };
}

/** What is asked for by name without the `?` of the optional. */
const names = (members: object) =>
  Object.keys(members)
    .map((name) => name.replace('?', ''))
    .sort();

describe.skipIf(!awsModel)(`by AWS's model (${awsModel ? 'at hand' : withoutModel})`, () => {
  const model = awsModel as NonNullable<typeof awsModel>;

  it('the operations are the model’s, all of them', () => {
    expect(operations.sort()).toEqual(Object.keys(model.operations).sort());
  });

  it.each(operations)(
    '%s goes where the model says, with each member where it says',
    async (name) => {
      const { http, input } = model.operations[name] as (typeof model.operations)[string];
      const { sent, outcome } = await exchange(name);
      expect(outcome).not.toHaveProperty('error');
      expect(sent).toHaveLength(1);
      const { method, url, body } = sent[0] as (typeof sent)[number];
      expect(method).toBe(http.method);
      const path = http.requestUri.replace(/\{\w+\}/g, '[\\w-]+');
      expect(url.pathname).toMatch(new RegExp(`^${path}$`));
      const inQuery = readMembers(model, input.shape, 'querystring');
      expect([...url.searchParams.keys()].sort()).toEqual(names(inQuery));
      expect(Object.keys(body).sort()).toEqual(names(readMembers(model, input.shape, undefined)));
    },
  );

  it.each(operations)('%s is answered with every member that the model has', async (name) => {
    const { output } = model.operations[name] as (typeof model.operations)[string];
    const members = names(readMembers(model, output.shape, undefined));
    // A list's token is left to the test of lists; the status of what was created says nothing.
    const told = members.filter((member) => member !== 'nextToken');
    expect(Object.keys(ANSWERS[name] ?? {}).sort()).toEqual(told);
  });

  it.each(operations)('%s without a required member is a bad response', async (name) => {
    const { output } = model.operations[name] as (typeof model.operations)[string];
    const created = /^Create(WorkflowRun|Act)$/.test(name);
    const required = Object.keys(readMembers(model, output.shape, undefined)).filter(
      (member) => !member.endsWith('?') && !(created && member === 'status'),
    );
    for (const member of required) {
      const { [member]: _left, ...answer } = ANSWERS[name] as Record<string, unknown>;
      const { outcome } = await exchange(name, answer);
      expect(outcome, member).toEqual({ error: expect.any(ActBadResponseError) });
      expect(outcome).toMatchObject({ error: { operation: name } });
    }
  });
});

it('what is answered comes whole, times as dates', async () => {
  const at = new Date('2026-01-02T03:04:05.678Z');
  const { outcome: run } = await exchange('GetWorkflowRun');
  expect(run).toEqual({ value: { ...ANSWERS['GetWorkflowRun'], startedAt: at, endedAt: at } });
  const { outcome: definition } = await exchange('GetWorkflowDefinition');
  expect(definition).toEqual({ value: { ...ANSWERS['GetWorkflowDefinition'], createdAt: at } });
  const { outcome: acts } = await exchange('ListActs');
  expect(acts).toMatchObject({
    value: [{ startedAt: at, traceLocation: { location: 's3://traces/nova/act' } }],
  });
  const { outcome: runs } = await exchange('ListWorkflowRuns');
  expect(runs).toMatchObject({ value: [{ traceLocation: { locationType: 'S3' } }] });
  const { outcome: models } = await exchange('ListModels');
  expect(models).toEqual({ value: ANSWERS['ListModels'] });
});

it('a client token of the caller is sent as it is, and one that is too short is refused', async () => {
  for (const name of operations.filter((each) => each.startsWith('Create'))) {
    const { sent } = await exchange(name);
    expect(sent[0]?.body['clientToken']).toBe(TOKEN);
  }
  const control = new NovaActControl({ credentials });
  const creating = control.createWorkflowDefinition({ name: 'flights', clientToken: 'short' });
  await expect(creating).rejects.toThrow(/^clientToken/);
});

it.each<[string, (c: NovaActControl) => Promise<unknown>, RegExp]>([
  ['a name', (c) => c.ensureWorkflowDefinition({ name: 'a b' }), /^name: .*"a b"/],
  [
    'a bucket',
    (c) => c.ensureWorkflowDefinition({ name: 'a', exportConfig: { s3BucketName: 'A' } }),
    /^exportConfig\.s3BucketName: .*"A"/,
  ],
  [
    'a prefix',
    (c) =>
      c.createWorkflowDefinition({
        name: 'a',
        exportConfig: { s3BucketName: 'bucket', s3KeyPrefix: 'runs/' },
      }),
    /^exportConfig\.s3KeyPrefix: .*"runs\/"/,
  ],
  [
    'a misspelt member',
    (c) => c.ensureWorkflowDefinition({ name: 'a', exportconfig: {} } as never),
    /exportconfig.*Did you mean exportConfig/,
  ],
  [
    'a description',
    (c) => c.createWorkflowDefinition({ name: 'a', description: '' }),
    /^description/,
  ],
  [
    'an id that would make another request of it',
    (c) => c.deleteWorkflowRun({ workflowDefinitionName: 'flights', workflowRunId: '..' }),
    /^workflowRunId: .*"\.\."/,
  ],
  [
    'no id',
    (c) => c.deleteWorkflowRun({ workflowDefinitionName: 'flights' } as never),
    /^workflowRunId/,
  ],
  ['a version', (c) => c.listModels({ clientCompatibilityVersion: 0.5 }), /^clientCompat.*0\.5/],
  ['a size', (c) => c.listWorkflowDefinitions({ maxResults: 101 }).toArray(), /^maxResults.*101/],
])('%s that cannot be used is refused before anything is sent', async (_what, send, message) => {
  const fetch: typeof globalThis.fetch = () => {
    throw new Error('something was sent');
  };
  const refused = send(new NovaActControl({ credentials, fetch }));
  await expect(refused).rejects.toThrow(ValidationError);
  await expect(refused).rejects.toThrow(message);
});

it('an option that is not known is refused by name', () => {
  expect(() => new NovaActControl({ credentials, regoin: 'us-east-1' } as never)).toThrow(
    /regoin.*is not an option of NovaActControl.*region/,
  );
});

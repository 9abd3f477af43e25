import { createLocalService, scriptedModel } from '@nova-act/local';
import { describe, expect, test } from 'vitest';
import { labels, type Operation, operations } from '../src/contract/operations.js';
import type { Shape } from '../src/contract/shape.js';
import { checkMembers, type FieldFault } from '../src/contract/validate.js';
import { awsModel, readExceptions, readMembers, withoutModel } from './aws-model.js';
import type { Answered, Send, Target } from './clients.js';
import { fittingStrings, strangeValues } from './strange-values.js';
import { surfaces } from './transports.js';
import { type Input, validInput } from './valid-inputs.js';

if (!awsModel) console.warn(`Skipped: ${withoutModel}`);
const model = awsModel ?? { operations: {}, shapes: {} };
const exceptions = readExceptions(model);

interface Service {
  send: Send;
  stepEnd: string;
}
function open(surface: keyof typeof surfaces): Service {
  const service = createLocalService({
    model: scriptedModel([[['agentClick', '<box>1,1,2,2</box>'], 'takeObservation']]),
  });
  const target: Target = { ...service, origin: 'http://nova-act.test' };
  const { client, stepEnd } = surfaces[surface];
  return { send: client(target), stepEnd };
}

function ask({ send, stepEnd }: Service, operation: Operation, input: Input): Promise<Answered> {
  const path = operation.path
    .replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(input.labels[name] ?? ''))
    .replace(/\/invoke-step\/$/, stepEnd);
  const query = new URLSearchParams(input.query).toString();
  const body = operation.method === 'GET' || operation.method === 'DELETE' ? undefined : input.body;
  return send(operation.method, query ? `${path}?${query}` : path, body);
}

/** What breaks the model in an answer of the AWS surface. */
function faultsOf(operation: Operation, answer: Answered): FieldFault[] {
  const faults: FieldFault[] = [];
  const type = answer.headers.get('x-amzn-errortype');
  const fault = (name: string, message: string) => faults.push({ name, message });
  if (!answer.headers.get('x-amzn-requestid')) fault('x-amzn-requestid', 'is missing');
  const { __type, ...body } = answer.body;
  const exception = type === null ? undefined : exceptions.get(type);
  if (type !== null && !exception) fault('x-amzn-errortype', `is no exception: ${type}`);
  if (exception && __type !== type) fault('__type', 'differs from the header');
  const status = exception?.status ?? model.operations[operation.name]?.http.responseCode;
  if (answer.status !== status) fault('status', `is ${answer.status}, not ${status}`);
  const output = model.operations[operation.name]?.output.shape ?? '';
  checkMembers(exception?.body ?? readMembers(model, output, undefined), body, faults);
  const known = Object.keys(exception?.body ?? operation.output).map((key) => key.replace('?', ''));
  for (const name of Object.keys(body)) if (!known.includes(name)) fault(name, 'is unknown');
  return faults;
}

describe.skipIf(!awsModel)(`the table of operations${awsModel ? '' : `: ${withoutModel}`}`, () => {
  test('has every operation of the model and no other', () => {
    expect(operations.map(({ name }) => name).sort()).toEqual(Object.keys(model.operations).sort());
    expect(operations).toHaveLength(16);
  });

  test.each(operations)('has $name as the model has it', (operation) => {
    const theirs = model.operations[operation.name];
    if (!theirs) throw new Error('missing');
    expect(operation).toMatchObject({
      method: theirs.http.method,
      path: theirs.http.requestUri,
      status: theirs.http.responseCode,
    });
    expect(operation.query).toEqual(readMembers(model, theirs.input.shape, 'querystring'));
    expect(operation.body).toEqual(readMembers(model, theirs.input.shape, undefined));
    expect(operation.output).toEqual(readMembers(model, theirs.output.shape, undefined));
    const uri = readMembers(model, theirs.input.shape, 'uri');
    for (const [name, shape] of Object.entries(uri)) expect(labels[name]).toEqual(shape);
  });
});

describe('a request that is right to the last member', () => {
  test.each(operations)('$name answers as the model says', async (operation) => {
    const service = open('AWS');
    const input = await validInput(service.send, operation.name, service.stepEnd);
    const answer = await ask(service, operation, input);
    expect([answer.status, answer.text]).toEqual([operation.status, expect.any(String)]);
    if (awsModel) expect(faultsOf(operation, answer)).toEqual([]);
  });

  test.each(operations.filter(({ runtime }) => runtime))(
    '$name answers on the API-key surface too',
    async (operation) => {
      const service = open('API key');
      const input = await validInput(service.send, operation.name, service.stepEnd);
      const answer = await ask(service, operation, input);
      expect(answer.status).toBe(operation.status);
      const faults: FieldFault[] = [];
      checkMembers(operation.output, answer.body, faults);
      expect(faults).toEqual([]);
    },
  );
});

interface Case {
  name: string;
  member: string;
  input: Input;
}

/** Every spoiled variant of a valid input. */
function spoiledCases(operation: Operation, valid: Input): Case[] {
  const cases: Case[] = [];
  for (const [, name = ''] of operation.path.matchAll(/\{(\w+)\}/g))
    for (const { why, value } of strangeValues(labels[name] as Shape, valid.labels[name]))
      if (typeof value === 'string')
        cases.push({
          name: `${name} ${why}`,
          member: name,
          input: { ...valid, labels: { ...valid.labels, [name]: value } },
        });
  for (const [key, shape] of Object.entries(operation.query)) {
    const name = key.replace('?', '');
    const { [name]: _, ...rest } = valid.query;
    if (!key.endsWith('?'))
      cases.push({ name: `${name} missing`, member: name, input: { ...valid, query: rest } });
    // In a query a number is text, and a list or an object can't be.
    for (const { why, value } of strangeValues(shape, valid.query[name]))
      if (typeof value === 'string' || (typeof value === 'number' && shape.type === 'integer'))
        cases.push({
          name: `${name} ${why}`,
          member: name,
          input: { ...valid, query: { ...valid.query, [name]: String(value) } },
        });
  }
  for (const [key, shape] of Object.entries(operation.body)) {
    const name = key.replace('?', '');
    const { [name]: _, ...rest } = valid.body;
    if (!key.endsWith('?'))
      cases.push({ name: `${name} missing`, member: name, input: { ...valid, body: rest } });
    for (const { why, at, value } of strangeValues(shape, valid.body[name]))
      cases.push({
        name: `${name}${at} ${why}`,
        member: name + at,
        input: { ...valid, body: { ...valid.body, [name]: value } },
      });
  }
  return cases;
}

let caseCount = 0;
describe.each(operations)('$name', (operation) => {
  const kinds = operation.runtime ? (['AWS', 'API key'] as const) : (['AWS'] as const);
  test.each(kinds)(
    'names the member of every request that is not right, on the %s surface',
    async (surface) => {
      const service = open(surface);
      const valid = await validInput(service.send, operation.name, service.stepEnd);
      const wrong: unknown[] = [];
      for (const { name, member, input } of spoiledCases(operation, valid)) {
        caseCount += 1;
        const answer = await ask(service, operation, input);
        const fields = (answer.body['fieldList'] ?? answer.body['fields']) as
          | FieldFault[]
          | undefined;
        const reason = surface === 'AWS' ? 'FieldValidationFailed' : 'INVALID_INPUT';
        if (
          answer.status !== 400 ||
          answer.body['reason'] !== reason ||
          !fields?.some((field) => field.name === member) ||
          (surface === 'AWS' && awsModel && faultsOf(operation, answer).length > 0)
        )
          wrong.push({ name, status: answer.status, text: answer.text.slice(0, 300) });
      }
      expect(wrong).toEqual([]);
      // The service is as it was: what was refused has changed nothing.
      expect((await ask(service, operation, valid)).status).toBe(operation.status);
    },
  );

  const texts = Object.entries(operation.body).flatMap(([key, shape]) =>
    fittingStrings(shape).map((value) => [key.replace('?', ''), [...value].length, value] as const),
  );
  test.runIf(texts.length > 0).each(texts)(
    'takes a %s of %i characters',
    async (name, _, value) => {
      const service = open('AWS');
      const valid = await validInput(service.send, operation.name, service.stepEnd);
      // A model must have a name like one besides.
      if (name === 'modelId') return;
      const body = { ...valid.body, [name]: value };
      expect((await ask(service, operation, { ...valid, body })).text).not.toContain(name);
    },
  );
});

test('hundreds of requests were tried', () => {
  expect(caseCount).toBeGreaterThan(400);
});

describe('a body', () => {
  const operation = operations.find(({ name }) => name === 'CreateWorkflowRun') as Operation;
  test.each(['not JSON', '[]', '"text"', 'null', '{"modelId":'])(
    'that is %s is refused',
    async (body) => {
      const service = createLocalService();
      const { apiKey } = service;
      const response = await service.fetch(
        'http://nova-act.test/agent/workflow-definitions/default/workflow-runs',
        {
          method: 'PUT',
          headers: { authorization: `Bearer ${apiKey}`, 'x-api-key': apiKey },
          body,
        },
      );
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ fields: [{ name: 'body' }] });
    },
  );

  test('may have members that nobody knows', async () => {
    const service = open('AWS');
    const valid = await validInput(service.send, operation.name, service.stepEnd);
    const body = { ...valid.body, surprise: 1, logGroupName: null };
    expect((await ask(service, operation, { ...valid, body })).status).toBe(201);
  });

  test('has no members but its own', async () => {
    const service = createLocalService();
    const { apiKey } = service;
    const response = await service.fetch(
      'http://nova-act.test/agent/workflow-definitions/default/workflow-runs',
      {
        method: 'PUT',
        headers: { authorization: `Bearer ${apiKey}`, 'x-api-key': apiKey },
        body: '{"__proto__": {"modelId": "nova-act-latest", "clientInfo": {"compatibilityVersion": 1}}}',
      },
    );
    expect(response.status).toBe(400);
  });
});

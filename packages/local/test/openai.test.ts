import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import {
  createLocalService,
  type LocalModel,
  type ModelStep,
  OpenAiModelError,
  type OpenAiModelOptions,
  openAiModel,
} from '@nova-act/local';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { apiKeyClient } from './clients.js';
import { firstResults, observation, openAct } from './life-of-a-run.js';

interface Asked {
  path: string;
  headers: IncomingHttpHeaders;
  body: {
    model: string;
    messages: {
      role: string;
      content: unknown;
      tool_calls?: { id: string; function: { name: string; arguments: string } }[];
      tool_call_id?: string;
    }[];
    tools: { function: { name: string; parameters: Record<string, unknown> } }[];
    [other: string]: unknown;
  };
}
type Reply = (response: ServerResponse) => void;

const asked: Asked[] = [];
let replies: Reply[] = [];
let baseUrl = '';
const key = 'sk-very-secret-key-0123456789';

/** Answers each request with the next of `replies`. */
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    asked.push({
      path: request.url ?? '',
      headers: request.headers,
      body: JSON.parse(Buffer.concat(chunks).toString()),
    });
    const reply = replies.shift();
    if (reply) reply(response);
    else response.writeHead(418).end('{"error":{"message":"no reply is left"}}');
  });
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
  replies = [];
});

const says =
  (message: object, finish = 'tool_calls'): Reply =>
  (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ choices: [{ message, finish_reason: finish }] }));
  };
const calls = (...made: [name: string, values: unknown][]): Reply =>
  says({
    content: null,
    tool_calls: made.map(([name, values], at) => ({
      id: `c${at}`,
      type: 'function',
      function: { name, arguments: typeof values === 'string' ? values : JSON.stringify(values) },
    })),
  });
const refuses =
  (status: number, message = 'no', headers: Record<string, string> = {}): Reply =>
  (response) =>
    response.writeHead(status, headers).end(JSON.stringify({ error: { message } }));

const model = (options: Partial<OpenAiModelOptions> = {}): LocalModel =>
  openAiModel({
    baseUrl,
    model: 'tiny-vision',
    apiKey: key,
    pause: async () => undefined,
    ...options,
  });

function stepOf(parts: Partial<ModelStep> = {}): ModelStep {
  return {
    task: 'Buy a lamp',
    prompt: 'Buy a lamp',
    step: 1,
    observation: JSON.parse(observation()),
    callResults: [],
    history: [],
    toolSpecs: [],
    workflowRunId: 'r',
    sessionId: 's',
    actId: 'a',
    modelId: 'm',
    memory: {},
    signal: new AbortController().signal,
    ...parts,
  };
}
const settle = [
  { name: 'waitForPageToSettle', input: [] },
  { name: 'takeObservation', input: [] },
];
const messagesOf = (at = 0) => asked[at]?.body.messages ?? [];

describe('a program from a chat model', () => {
  test.each<[title: string, tool: [string, unknown], call: object]>([
    [
      'a click',
      ['click', { box: [10, 20, 30, 40] }],
      { name: 'agentClick', input: ['<bbox>10,20,30,40</bbox>'] },
    ],
    [
      'a double click',
      ['click', { box: [10, 20, 30, 40], button: 'double' }],
      { name: 'agentClick', input: ['<bbox>10,20,30,40</bbox>', 'left-double'] },
    ],
    [
      'a hover',
      ['hover', { box: [10, 20, 30, 40] }],
      { name: 'agentHover', input: ['<bbox>10,20,30,40</bbox>'] },
    ],
    [
      'a scroll of the page',
      ['scroll', { direction: 'down' }],
      { name: 'agentScroll', input: ['down', '<bbox>0,0,1000,1000</bbox>'] },
    ],
    [
      'a text',
      ['type', { text: 'C:\\users', box: [1, 2, 3, 4] }],
      { name: 'agentType', input: ['C:\\\\users', '<bbox>1,2,3,4</bbox>'] },
    ],
    [
      'a text and Enter',
      ['type', { text: 'é', box: [1, 2, 3, 4], press_enter: true }],
      { name: 'agentType', input: ['é', '<bbox>1,2,3,4</bbox>', true] },
    ],
    [
      'an address',
      ['go_to_url', { url: 'https://a.test' }],
      { name: 'goToUrl', input: ['https://a.test'] },
    ],
    ['a wait', ['wait', { seconds: 2 }], { name: 'wait', input: [2] }],
  ])('has %s, and looks at the page after it', async (_title, tool, call) => {
    replies = [calls(tool)];
    expect(await model().step(stepOf())).toEqual([call, ...settle]);
  });

  test('has several calls in order, after what the model thought', async () => {
    replies = [
      says({
        content: 'First the name.',
        tool_calls: [
          { function: { name: 'type', arguments: { text: 'a', box: [1, 1, 2, 2] } } },
          { function: { name: 'click', arguments: '{"box":[3,3,4,4]}' } },
        ],
      }),
    ];
    expect(await model().step(stepOf())).toEqual([
      { name: 'think', input: ['First the name.'] },
      { name: 'agentType', input: ['a', '<bbox>1,1,2,2</bbox>'] },
      { name: 'agentClick', input: ['<bbox>3,3,4,4</bbox>'] },
      ...settle,
    ]);
  });

  test.each<[title: string, tool: [string, unknown], schema: object | undefined, call: object]>([
    ['an end without an answer', ['finish', {}], undefined, { name: 'return', input: [] }],
    [
      'a text',
      ['finish', { value: 'C:\\ is "full"' }],
      undefined,
      { name: 'return', input: ['C:\\ is "full"'] },
    ],
    [
      'JSON when there is a schema',
      ['finish', { value: { price: 3 } }],
      { type: 'object' },
      { name: 'return', input: ['{"price":3}'] },
    ],
    [
      'a text as JSON when the schema wants one',
      ['finish', { value: '12' }],
      { type: 'string' },
      { name: 'return', input: ['"12"'] },
    ],
    [
      'JSON that was given as text',
      ['finish', { value: '{"price":3}' }],
      { type: 'object' },
      { name: 'return', input: ['{"price":3}'] },
    ],
    [
      'a surrender',
      ['give_up', { reason: 'sold out' }],
      undefined,
      { name: 'throw', input: ['sold out'] },
    ],
  ])('ends with %s', async (_title, tool, schema, call) => {
    replies = [calls(tool, ['click', { box: [1, 1, 2, 2] }])];
    expect(await model().step(stepOf(schema ? { schema: { ...schema } } : {}))).toEqual([call]);
  });

  test('calls the client’s tools by their own names, even one that is called as an action is', async () => {
    const toolSpecs = ['lookUp', 'click'].map((name) => ({
      name,
      description: name,
      inputSchema: { type: 'object' },
    }));
    replies = [calls(['lookUp', { path: 'a\\b' }], ['click_tool', {}])];
    expect(await model().step(stepOf({ toolSpecs }))).toEqual([
      { name: 'lookUp', input: { path: 'a\\\\b' } },
      { name: 'click', input: {} },
      ...settle,
    ]);
    const names = asked[0]?.body.tools.map(({ function: { name } }) => name);
    expect(names).toEqual([
      'click',
      'hover',
      'scroll',
      'type',
      'go_to_url',
      'wait',
      'give_up',
      'finish',
      'lookUp',
      'click_tool',
    ]);
  });
});

describe('what a chat model is told', () => {
  test('is the task, the address of the page and its picture', async () => {
    replies = [calls(['finish', {}])];
    await model({ body: { temperature: 0, tool_choice: 'auto' } }).step(stepOf());
    const [request] = asked;
    expect(request?.path).toBe('/v1/chat/completions');
    expect(request?.headers['authorization']).toBe(`Bearer ${key}`);
    expect(request?.body).toMatchObject({
      model: 'tiny-vision',
      temperature: 0,
      tool_choice: 'auto',
    });
    const [rules, task, view] = messagesOf();
    expect(rules?.role).toBe('system');
    expect(task).toEqual({ role: 'user', content: 'The task: Buy a lamp' });
    expect(view?.content).toEqual([
      {
        type: 'text',
        text: expect.stringContaining('https://example.com/, in a window of 1600×813'),
      },
      { type: 'image_url', image_url: { url: 'data:image/jpeg;base64,/9j/4AAQ' } },
    ]);
  });

  test('is the schema of the answer, with its references where they lead somewhere', async () => {
    replies = [calls(['finish', { value: [] }])];
    const schema = {
      type: 'array',
      items: { $ref: '#/$defs/Lamp' },
      $defs: { Lamp: { type: 'string' } },
    };
    await model().step(stepOf({ schema }));
    expect(messagesOf()[1]?.content).toContain(JSON.stringify(schema));
    expect(
      asked[0]?.body.tools.find(({ function: { name } }) => name === 'finish')?.function.parameters,
    ).toEqual({
      type: 'object',
      properties: { value: { type: 'array', items: { $ref: '#/$defs/Lamp' } } },
      required: ['value'],
      $defs: { Lamp: { type: 'string' } },
    });
  });

  test('are the steps so far with what became of each call, and no older picture', async () => {
    replies = [calls(['finish', {}])];
    const toolSpecs = [{ name: 'lookUp', description: 'd', inputSchema: {} }];
    const history: ModelStep['history'] = [
      {
        calls: [
          { name: 'think', input: ['Hm.'] },
          { name: 'agentClick', input: ['<bbox>1,2,3,4</bbox>', 'right'] },
          { name: 'lookUp', input: { q: 1 } },
          { name: 'agentType', input: ['x\\\\y', '<bbox>1,2,3,4</bbox>', true] },
          ...settle,
        ],
        results: [
          { callId: '1', name: 'think', text: 'null' },
          { callId: '2', name: 'agentClick', text: 'null' },
          { callId: '3', name: 'lookUp', text: '{"a":1}' },
        ],
      },
    ];
    await model().step(stepOf({ step: 2, history, toolSpecs }));
    const told = messagesOf().slice(2, -1);
    expect(
      told.map(({ role, content, tool_calls }) => [
        role,
        content,
        tool_calls?.map(({ function: { name, arguments: given } }) => [name, JSON.parse(given)]),
      ]),
    ).toEqual([
      [
        'assistant',
        'Hm.',
        [
          ['click', { box: [1, 2, 3, 4], button: 'right' }],
          ['lookUp', { q: 1 }],
          ['type', { text: 'x\\y', box: [1, 2, 3, 4], press_enter: true }],
        ],
      ],
      ['tool', 'Done.', undefined],
      ['tool', '{"a":1}', undefined],
      ['tool', 'Not carried out.', undefined],
    ]);
    const ids = told[0]?.tool_calls?.map(({ id }) => id);
    expect(told.slice(1).map(({ tool_call_id }) => tool_call_id)).toEqual(ids);
    expect(JSON.stringify(told)).not.toContain('base64');
  });

  test('are no more steps than it was asked to tell', async () => {
    replies = [calls(['finish', {}])];
    const history = [1, 2, 3, 4].map((seconds) => ({
      calls: [{ name: 'wait', input: [seconds] }],
      results: [{ callId: 'c', text: 'null' }],
    }));
    await model({ maxHistory: 1 }).step(stepOf({ step: 5, history }));
    expect(messagesOf()[1]?.content).toContain('3 earlier steps are left out');
    expect(
      messagesOf()
        .flatMap(({ tool_calls }) => tool_calls ?? [])
        .map(({ function: { arguments: given } }) => given),
    ).toEqual(['{"seconds":4}']);
  });
});

describe('a reply that can’t be used', () => {
  test.each<[title: string, reply: Reply, complaint: RegExp]>([
    [
      'arguments that are no JSON',
      calls(['click', '{"box":[1,']),
      /the arguments of click are not JSON/,
    ],
    [
      'arguments that are no object',
      calls(['click', '[1]']),
      /the arguments of click must be an object/,
    ],
    [
      'a box in pixels',
      calls(['click', { box: [0, 0, 1600, 20] }]),
      /click: box must have numbers from 0 to 1000/,
    ],
    ['a tool that is not there', calls(['drag', {}]), /there is no tool drag/],
    [
      'a word that is not allowed',
      calls(['scroll', { direction: 'sideways' }]),
      /direction must be one of up, down/,
    ],
    ['a wait without end', calls(['wait', { seconds: 1e9 }]), /seconds must be from 0 to 60/],
    ['no tool, but talk', says({ content: 'Sure!' }, 'stop'), /calls no tool, it says: Sure!/],
    ['nothing', says({ content: null }, 'stop'), /calls no tool/],
    ['a reply that was cut', says({ content: 'aaa' }, 'length'), /longer than the model may write/],
    [
      'a refusal',
      says({ content: null, refusal: 'I would rather not' }, 'stop'),
      /refused: I would rather not/,
    ],
  ])('is sent back once with the reason: %s', async (_title, reply, complaint) => {
    replies = [reply, calls(['wait', { seconds: 1 }])];
    expect((await model().step(stepOf()))[0]).toEqual({ name: 'wait', input: [1] });
    expect(messagesOf(1).at(-1)?.content).toMatch(complaint);
    expect(messagesOf(1).slice(0, -2)).toEqual(messagesOf(0));

    replies = [reply, reply];
    const [ended, ...more] = await model().step(stepOf());
    expect([ended?.name, more]).toEqual(['throw', []]);
    expect(JSON.stringify(ended?.input)).toMatch(complaint);
    expect(replies).toEqual([]);
  });
});

describe('an endpoint that fails', () => {
  const failing = async (options: Partial<OpenAiModelOptions> = {}) => {
    const error: unknown = await Promise.resolve(model(options).step(stepOf())).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(OpenAiModelError);
    return error as OpenAiModelError;
  };

  test('with 401 is told of at once, without the key', async () => {
    replies = [refuses(401, `Incorrect API key: ${key}\u001b[31m`)];
    const error = await failing();
    expect(error.message).toBe(
      `${baseUrl}/chat/completions refuses the API key (HTTP 401). Check apiKey and headers: Incorrect API key: [hidden] [31m`,
    );
    expect(inspect(error) + JSON.stringify(error)).not.toContain('sk-very-secret');
    expect(error.status).toBe(401);
    expect(asked).toHaveLength(1);
  });

  test('with 429 is asked again after the time it asks for', async () => {
    const waits: number[] = [];
    replies = [
      refuses(429, 'slow down', { 'retry-after': '3' }),
      refuses(503),
      calls(['wait', { seconds: 1 }]),
    ];
    const [call] = await model({ pause: async (ms) => void waits.push(ms) }).step(stepOf());
    expect(call?.name).toBe('wait');
    expect(waits).toEqual([3000, 1000]);
  });

  test('with 429 and no end is given up', async () => {
    replies = [1, 2, 3, 4].map(() => refuses(429, 'slow down'));
    expect((await failing()).message).toMatch(/too many requests \(HTTP 429\): slow down$/);
    expect(asked).toHaveLength(3);
  });

  test('with 404 is told of with what to check', async () => {
    replies = [refuses(404, 'model not found')];
    expect((await failing()).message).toMatch(/Check baseUrl and model: model not found/);
  });

  test.each<[title: string, reply: Reply, message: RegExp]>([
    [
      'something other than JSON',
      (response) => response.end('<html>hello'),
      /other than JSON: <html>hello/,
    ],
    [
      'JSON of another kind',
      (response) => response.end('{"choices":[]}'),
      /without choices\[0\]\.message/,
    ],
    [
      'a redirect',
      (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      /can't be reached/,
    ],
    ['a broken connection', (response) => response.destroy(), /can't be reached/],
  ])('with %s is told of', async (_title, reply, message) => {
    replies = [reply];
    expect((await failing({ maxAttempts: 1 })).message).toMatch(message);
  });

  test('to answer in time is told of', async () => {
    replies = [() => undefined];
    expect((await failing({ timeoutMs: 20 })).message).toMatch(/did not answer within 20 ms/);
    expect(asked).toHaveLength(1);
  });

  test('is left when the client has gone, also between two tries', async () => {
    const gone = new AbortController();
    const reason = new Error('gone');
    replies = [() => gone.abort(reason)];
    await expect(model().step(stepOf({ signal: gone.signal }))).rejects.toBe(reason);
    const later = new AbortController();
    replies = [refuses(503), calls(['finish', {}])];
    const pause = async () => later.abort(reason);
    await expect(model({ pause }).step(stepOf({ signal: later.signal }))).rejects.toBe(reason);
    expect(asked).toHaveLength(2);
  });
});

describe('the options of a chat model', () => {
  test.each<[options: Partial<OpenAiModelOptions>, message: RegExp]>([
    [{ baseUrl: 'ftp://a.test' }, /baseUrl must be/],
    [{ baseUrl: 'http://me:secret@a.test' }, /baseUrl must be/],
    [{ model: '' }, /model must name/],
    [{ apiKey: 'secret key' }, /apiKey must be/],
    [{ headers: { 'x-key': 'secret\n' } }, /headers\.x-key/],
    [{ timeoutMs: 0 }, /timeoutMs must be a whole number from 1 to 3600000, is 0/],
    [{ maxHistory: -1 }, /maxHistory/],
    [{ maxAttempts: 1.5 }, /maxAttempts/],
  ])('are refused by name: %j', (options, message) => {
    expect(() => model(options)).toThrow(TypeError);
    expect(() => model(options)).toThrow(message);
    expect(() => model(options)).not.toThrow(/secret/);
  });

  test('show no key when the model is looked at', () => {
    const made = model({ headers: { 'api-key': 'another-secret' } });
    expect(inspect(made, { depth: 9, showHidden: true }) + JSON.stringify(made)).not.toMatch(
      /secret/,
    );
  });
});

test('an act of the local service is answered by a chat model, from its first look to its answer', async () => {
  replies = [calls(['click', { box: [10, 20, 30, 40] }]), calls(['finish', { value: 'bought' }])];
  const target = { ...createLocalService({ model: model() }), origin: 'http://local.test' };
  const send = apiKeyClient(target);
  const paths = await openAct(send, { stepEnd: '/invoke-step' });
  const first = await send('PUT', paths.step, { callResults: firstResults() });
  const made = first.body['calls'] as { callId: string; name: string }[];
  expect(made.map(({ name }) => name)).toEqual([
    'agentClick',
    'waitForPageToSettle',
    'takeObservation',
  ]);
  const texts = ['null', 'null', observation({ activeURL: 'https://example.com/bought' })];
  const second = await send('PUT', paths.step, {
    previousStepId: first.body['stepId'],
    callResults: made.map(({ callId }, at) => ({ callId, content: [{ text: texts[at] }] })),
  });
  expect(second.body).toMatchObject({ calls: [{ name: 'return', input: ['bought'] }] });
  const told = messagesOf(1);
  expect(told.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'tool', 'user']);
  expect(JSON.stringify(told.at(-1))).toContain('https://example.com/bought');
});

test('a client of the local service is told why its chat model failed', async () => {
  replies = [refuses(401)];
  const target = { ...createLocalService({ model: model() }), origin: 'http://local.test' };
  const send = apiKeyClient(target);
  const paths = await openAct(send, { stepEnd: '/invoke-step' });
  const answer = await send('PUT', paths.step, { callResults: firstResults() });
  expect([answer.status, answer.body]).toEqual([
    500,
    {
      reason: 'InvalidModelGeneration',
      message: expect.stringMatching(/openai tiny-vision failed: .*refuses the API key/),
    },
  ]);
});

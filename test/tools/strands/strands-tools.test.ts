import {
  AgentRedirectError,
  NovaAct,
  type NovaActTool,
  type StrandsTool,
  strandsTools,
  ValidationError,
} from '@nova-act/core';
import { scriptedModel, startLocalService } from '@nova-act/local';
import { Agent, ImageBlock, McpClient, tool } from '@strands-agents/sdk';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { OneCallModel } from '../../as-tool/strands-model.js';
import { chromium } from '../../support/chromium.js';
import { rejection } from '../../workflow/support/local-run.js';

const plain = { inputSchema: { type: 'object' as const, properties: {} } };
const weather = tool({
  name: 'weather',
  description: 'The weather of a city.',
  inputSchema: z.object({ city: z.string() }),
  callback: ({ city }) => ({ city, degrees: 21 }),
});
const TOOLS = [
  weather,
  tool({ name: 'wait', description: 'Has the name of an action.', ...plain, callback: () => 'x' }),
  tool({ name: 'list', description: 'Gives a list.', ...plain, callback: () => [1, 2] }),
  tool({
    name: 'chart',
    description: 'Draws.',
    ...plain,
    // Taken by the library, though its types do not say so.
    callback: () =>
      new ImageBlock({ format: 'png', source: { bytes: new Uint8Array(4) } }) as never,
  }),
  tool({
    name: 'streams',
    description: 'Tells how it goes.',
    ...plain,
    callback: async function* () {
      yield 'half';
      return 'whole';
    },
  }),
  tool({
    name: 'fails',
    description: 'Fails.',
    ...plain,
    callback: () => {
      throw new Error('the disk is full');
    },
  }),
  tool({
    name: 'state',
    description: 'Looks at its agent.',
    ...plain,
    callback: (_, context) => context?.agent.appState.get('city') ?? 'nowhere',
  }),
  tool({
    name: 'asks',
    description: 'Interrupts.',
    ...plain,
    callback: (_, context) => context?.interrupt({ name: 'sure' }) ?? '',
  }),
];

const call = async (name: string, input: unknown, options = {}, signal = idle) => {
  const found = strandsTools(TOOLS, options).find((one) => one.name.startsWith(name));
  if (!found) throw new Error(`no ${name}`);
  const context = { signal, actId: 'a', act: { step: 1, prompt: '' } };
  return found.execute(input, context as Parameters<NovaActTool['execute']>[1]);
};
const idle = new AbortController().signal;

it('Strands tools keep their names, descriptions and input schemas, and stay apart from actions', () => {
  const made = strandsTools(TOOLS, { only: ['weather', 'wait'], prefix: '' });
  expect(made.map(({ name }) => name)).toEqual([
    'weather',
    expect.stringMatching(/^wait_[0-9a-f]{6}$/),
  ]);
  expect(made[0]?.spec).toMatchObject({
    description: 'The weather of a city.',
    inputSchema: { json: { properties: { city: { type: 'string' } }, required: ['city'] } },
  });
});

it.each([
  ['an object as itself', 'weather', { city: 'Boston' }, { city: 'Boston', degrees: 21 }],
  ['a list as itself', 'list', {}, [1, 2]],
  ['a text', 'wait', {}, 'x'],
  ['what a stream ends with', 'streams', {}, 'whole'],
  ['a word for a picture', 'chart', {}, '[content of the kind image (png) that is not shown here]'],
])('Strands tools give %s', async (_what, name, input, answer) => {
  expect(await call(name, input)).toEqual(answer);
});

it('Strands tools tell the agent why they failed', async () => {
  const error = await rejection(call('fails', {}));
  expect(error).toBeInstanceOf(AgentRedirectError);
  expect(error).toMatchObject({ message: 'The tool fails failed: the disk is full' });
});

it('Strands tools tell the agent that their own schema refused the input', async () => {
  expect(await rejection(call('weather', { city: 7 }))).toBeInstanceOf(AgentRedirectError);
});

it('Strands tools see the agent and the state that are given for them', async () => {
  const agent = new Agent({ model: new OneCallModel('weather', {}), printer: false });
  agent.appState.set('city', 'Boston');
  expect(await call('state', {}, { agent })).toBe('Boston');
});

it.each([
  ['an agent where none is given', 'state', /pass one to strandsTools/],
  ['to interrupt', 'asks', /humanInput/],
])('Strands tools that want %s end the act, and say what to do', async (_what, name, says) => {
  const error = await rejection(call(name, {}));
  expect(error).not.toBeInstanceOf(AgentRedirectError);
  expect(error).toMatchObject({ message: expect.stringMatching(says) });
});

it('Strands tools are given the signal of the act', async () => {
  let heard: AbortSignal | undefined;
  const listens = tool({
    name: 'listens',
    description: 'Listens.',
    ...plain,
    callback: (_, context) => {
      heard = context?.cancelSignal;
      return 'x';
    },
  });
  const act = new AbortController();
  const context = { signal: act.signal, actId: 'a', act: { step: 1, prompt: '' } };
  await strandsTools([listens])[0]?.execute({}, context as Parameters<NovaActTool['execute']>[1]);
  act.abort();
  expect(heard?.aborted).toBe(true);
});

it.each<[string, unknown, RegExp]>([
  ['one that is no list', weather, /Pass a list/],
  ['an MCP client', [new McpClient({ url: 'http://127.0.0.1:1/' })], /listTools\(\)/],
  ['what is no tool', [{}], /tool\(\) makes/],
])('What is none of Strands’ tools is refused: %s', (_what, given, says) => {
  expect(() => strandsTools(given as StrandsTool[])).toThrow(ValidationError);
  expect(() => strandsTools(given as StrandsTool[])).toThrow(says);
});

it('An unknown name in `only` is refused with those that there are', () => {
  expect(() => strandsTools(TOOLS, { only: ['wether'] })).toThrow(/wether.*weather/s);
});

it('A Strands tool is the agent’s, in a real act', async () => {
  const told: string[] = [];
  await using service = await startLocalService({
    model: scriptedModel(({ step, callResults }) => {
      if (step === 1) return [{ name: 'weather', input: { city: 'Boston' } }, 'takeObservation'];
      told.push(...callResults.map(({ text }) => text));
      return [['return', '"21"']];
    }),
  });
  const options = { ...chromium(), ...service.novaActOptions, tools: strandsTools([weather]) };
  await NovaAct.use(options, (nova) => nova.actGet('How warm?'));
  expect(told).toContain(JSON.stringify({ city: 'Boston', degrees: 21 }));
});

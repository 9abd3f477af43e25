import { type NovaAct, novaActTool } from '@nova-act/core';
import { Agent, tool } from '@strands-agents/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OneCallModel } from './strands-model.js';
import { shop, type World } from './world.js';

let world: World;
let nova: NovaAct;
beforeAll(async () => {
  world = await shop();
  nova = await world.start();
});
afterAll(async () => {
  await nova.stop();
  await world[Symbol.asyncDispose]();
});

async function ask(input: unknown, made = novaActTool({ nova }), cancelSignal?: AbortSignal) {
  const model = new OneCallModel('use_browser', input);
  const agent = new Agent({ model, tools: [tool(made)], printer: false });
  const result = await agent.invoke('Go', cancelSignal ? { cancelSignal } : {});
  return { model, result };
}

it('novaActTool is shown to a Strands model with its description and input', async () => {
  const { model } = await ask({ prompt: 'Title?' });
  expect(model.asked[0]?.tools).toEqual([
    {
      name: 'use_browser',
      description: expect.stringContaining('web browser'),
      inputSchema: expect.objectContaining({ type: 'object', required: ['prompt'] }),
    },
  ]);
});

it('gives a Strands model the answer and where the browser is', async () => {
  const url = `${world.pages.url}/lamps`;
  const { model } = await ask({ prompt: 'Title?', url });
  expect(model.result).toContain(JSON.stringify({ json: { answer: 'Lamps', url } }));
  expect(model.result).toContain('success');
});

it('tells a Strands model why an act failed, and goes on', async () => {
  const { model, result } = await ask({ prompt: 'Fail' });
  expect(model.result).toMatch(/error.*There is no such lamp\./);
  expect(result.stopReason).toBe('endTurn');
});

it('tells a Strands model that its input is not right', async () => {
  const { model } = await ask({ prompt: 7 });
  expect(model.result).toMatch(/error.*prompt/);
});

it('ends the act when a Strands agent is canceled', async () => {
  const abort = new AbortController();
  const made = novaActTool({ nova, onStep: () => abort.abort() });
  const { result } = await ask({ prompt: 'Wait' }, made, abort.signal);
  expect(result.stopReason).toBe('cancelled');
  await expect.poll(() => world.service.runs()[0]?.acts.at(-1)?.status).toBe('FAILED');
});

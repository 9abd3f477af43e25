import { type NovaAct, novaActTool } from '@nova-act/core';
import { generateText, stepCountIs } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';
import { generateText as generateText5, stepCountIs as stepCountIs5 } from 'ai-5';
import { MockLanguageModelV2 } from 'ai-5/test';
import { generateText as generateText6, stepCountIs as stepCountIs6 } from 'ai-6';
import { MockLanguageModelV3 } from 'ai-6/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rejection } from '../workflow/support/local-run.js';
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

interface Asked {
  readonly prompt: readonly { role: string; content: unknown }[];
  readonly tools?: readonly unknown[] | undefined;
}
type Tool = ReturnType<typeof novaActTool>;
type Run = (tool: Tool, input: unknown, abortSignal?: AbortSignal) => Promise<readonly Asked[]>;

/** A model that calls the tool once and then says that it is done; what it was asked is given back. */
const answersTo = (input: unknown) => {
  const call = {
    type: 'tool-call' as const,
    toolCallId: 'call-1',
    toolName: 'use_browser',
    input: JSON.stringify(input),
  };
  return { call: [call], done: [{ type: 'text' as const, text: 'done' }] };
};
const USAGE = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};
const reason = (unified: 'tool-calls' | 'stop') => ({ unified, raw: undefined });
const PROMPT = 'Go';

const RUNS: [string, Run][] = [
  [
    '5',
    async (tool, input, abortSignal) => {
      const { call, done } = answersTo(input);
      const usage = { inputTokens: 1, outputTokens: 1, totalTokens: 2 };
      const doGenerate = [
        { content: call, finishReason: 'tool-calls' as const, usage, warnings: [] },
        { content: done, finishReason: 'stop' as const, usage, warnings: [] },
      ];
      const model = new MockLanguageModelV2({
        doGenerate: async () => doGenerate[model.doGenerateCalls.length - 1] ?? never(),
      });
      const tools = { use_browser: tool };
      const stopWhen = stepCountIs5(3);
      await generateText5({ model, prompt: PROMPT, tools, stopWhen, ...given({ abortSignal }) });
      return model.doGenerateCalls;
    },
  ],
  [
    '6',
    async (tool, input, abortSignal) => {
      const { call, done } = answersTo(input);
      const doGenerate = [
        { content: call, finishReason: reason('tool-calls'), usage: USAGE, warnings: [] },
        { content: done, finishReason: reason('stop'), usage: USAGE, warnings: [] },
      ];
      const model = new MockLanguageModelV3({
        doGenerate: async () => doGenerate[model.doGenerateCalls.length - 1] ?? never(),
      });
      const tools = { use_browser: tool };
      const stopWhen = stepCountIs6(3);
      await generateText6({ model, prompt: PROMPT, tools, stopWhen, ...given({ abortSignal }) });
      return model.doGenerateCalls;
    },
  ],
  [
    '7',
    async (tool, input, abortSignal) => {
      const { call, done } = answersTo(input);
      const doGenerate = [
        { content: call, finishReason: reason('tool-calls'), usage: USAGE, warnings: [] },
        { content: done, finishReason: reason('stop'), usage: USAGE, warnings: [] },
      ];
      const model = new MockLanguageModelV4({
        doGenerate: async () => doGenerate[model.doGenerateCalls.length - 1] ?? never(),
      });
      const tools = { use_browser: tool };
      const stopWhen = stepCountIs(3);
      await generateText({ model, prompt: PROMPT, tools, stopWhen, ...given({ abortSignal }) });
      return model.doGenerateCalls;
    },
  ],
];

const given = ({ abortSignal }: { abortSignal: AbortSignal | undefined }) =>
  abortSignal ? { abortSignal } : {};
const never = (): never => {
  throw new Error('The model is asked once too often.');
};
const results = (asked: readonly Asked[]) =>
  JSON.stringify(asked.at(-1)?.prompt.filter(({ role }) => role === 'tool'));

describe.each(RUNS)('novaActTool in version %s of the AI SDK', (_version, run) => {
  it('is shown to the model with its description and input', async () => {
    const [first] = await run(novaActTool({ nova }), { prompt: 'Title?' });
    expect(first?.tools).toEqual([
      expect.objectContaining({
        type: 'function',
        name: 'use_browser',
        description: expect.stringContaining('web browser'),
        inputSchema: expect.objectContaining({
          type: 'object',
          required: ['prompt'],
          properties: { prompt: expect.anything(), url: expect.anything() },
        }),
      }),
    ]);
  });

  it('gives the model the answer and where the browser is, at the address that it asked for', async () => {
    const url = `${world.pages.url}/lamps`;
    const asked = await run(novaActTool({ nova }), { prompt: 'Title?', url });
    expect(results(asked)).toContain(JSON.stringify({ answer: 'Lamps', url }));
  });

  it('tells the model why an act failed, and goes on', async () => {
    const asked = await run(novaActTool({ nova }), { prompt: 'Fail' });
    expect(results(asked)).toContain('There is no such lamp.');
  });

  it('tells the model that its input is not right, and does nothing', async () => {
    const before = world.service.runs()[0]?.acts.length;
    const asked = await run(novaActTool({ nova }), { question: 'Title?' });
    expect(results(asked)).toContain('prompt');
    expect(world.service.runs()[0]?.acts.length).toBe(before);
  });

  it('ends the act when the caller aborts', async () => {
    const abort = new AbortController();
    const tool = novaActTool({ nova, onStep: () => abort.abort(new Error('enough')) });
    await rejection(run(tool, { prompt: 'Wait' }, abort.signal));
    await expect.poll(() => world.service.runs()[0]?.acts.at(-1)?.status).toBe('FAILED');
  });
});

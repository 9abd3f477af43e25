// novaActTool in the AI SDK: another model works in the browser by it. Its own model is a script here, so
// that the example needs no account: with yours it is `model: anthropic('…')`.
import { NovaAct, novaActTool } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';
import { generateText, stepCountIs } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';

// The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
const service = await startLocalService();
if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);

const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};
const question = JSON.stringify({ prompt: 'Which planet has the most moons?' });
const model = new MockLanguageModelV4({
  doGenerate: async ({ prompt }) => {
    const [result] = prompt.flatMap((message) => (message.role === 'tool' ? message.content : []));
    if (result?.type !== 'tool-result') {
      return {
        content: [{ type: 'tool-call', toolCallId: '1', toolName: 'use_browser', input: question }],
        finishReason: { unified: 'tool-calls', raw: undefined },
        usage,
        warnings: [],
      };
    }
    const text = `The browser says: ${JSON.stringify(result.output)}`;
    const finishReason = { unified: 'stop', raw: undefined } as const;
    return { content: [{ type: 'text', text }], finishReason, usage, warnings: [] };
  },
});

const research = withWorkflow(
  { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' },
  (prompt: string) =>
    NovaAct.use({ startingPage: `${service.gymUrl}/planets` }, async (nova) => {
      const tools = { use_browser: novaActTool({ nova, timeoutMs: 120_000 }) };
      const { text } = await generateText({ model, prompt, tools, stopWhen: stepCountIs(10) });
      return text;
    }),
);

console.log(await research('Find out which planet has the most moons.'));
await service.stop();

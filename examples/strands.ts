// Strands Agents, both ways: novaActTool is a tool of a Strands agent, and strandsTools makes tools of
// Strands the browser agent's. The models are scripts here, so that the example needs no account: without
// `model` a Strands agent uses Bedrock.
import { NovaAct, novaActTool, strandsTools } from '@nova-act/core';
import { scriptedModel, startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';
import { Agent, type Message, Model, type ModelStreamEvent, tool } from '@strands-agents/sdk';
import { z } from 'zod';

const stockOf = tool({
  name: 'stock_of',
  description: 'How many pieces of an article are in stock.',
  inputSchema: z.object({ article: z.string() }),
  callback: ({ article }) => {
    console.log(`asked for ${article}`);
    return { pieces: 12 };
  },
});

// The browser's model: it asks for the stock, and answers.
const service = await startLocalService({
  model: scriptedModel([
    [{ name: 'stock_of', input: { article: 'lamp' } }, 'takeObservation'],
    [['return', '"There are 12 lamps."']],
  ]),
});

/** The Strands agent's model: it uses the browser once, and then repeats what that said. */
class Script extends Model {
  updateConfig(): void {}

  getConfig() {
    return { modelId: 'script' };
  }

  async *stream(messages: Message[]): AsyncGenerator<ModelStreamEvent> {
    const last = messages.at(-1)?.content.at(-1);
    yield { type: 'modelMessageStartEvent', role: 'assistant' };
    if (last?.type === 'toolResultBlock') {
      yield { type: 'modelContentBlockStartEvent' };
      const text = JSON.stringify(last.content);
      yield { type: 'modelContentBlockDeltaEvent', delta: { type: 'textDelta', text } };
    } else {
      const start = { type: 'toolUseStart', name: 'use_browser', toolUseId: '1' } as const;
      yield { type: 'modelContentBlockStartEvent', start };
      const input = JSON.stringify({ prompt: 'How many lamps?' });
      yield { type: 'modelContentBlockDeltaEvent', delta: { type: 'toolUseInputDelta', input } };
    }
    yield { type: 'modelContentBlockStopEvent' };
    const stopReason = last?.type === 'toolResultBlock' ? 'endTurn' : 'toolUse';
    yield { type: 'modelMessageStopEvent', stopReason };
  }
}

const countLamps = withWorkflow(
  { workflowDefinitionName: 'stock', modelId: 'nova-act-latest', ...service.workflowOptions },
  () =>
    NovaAct.use({ tools: strandsTools([stockOf]) }, async (nova) => {
      const tools = [tool(novaActTool({ nova }))];
      const agent = new Agent({ model: new Script(), tools, printer: false });
      return agent.invoke('How many lamps are there?');
    }),
);

console.log(String(await countLamps()));
await service.stop();

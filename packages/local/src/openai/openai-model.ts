import type { LocalModel, ModelCall } from '../model/local-model.js';
import { wireText } from '../model/wire-text.js';
import { ArgumentFault } from './argument-fault.js';
import { askEndpoint } from './ask-endpoint.js';
import type { ChatMessage, ChatReply } from './chat-types.js';
import { conversation } from './conversation.js';
import { checkOpenAiOptions, type OpenAiModelOptions } from './openai-options.js';
import { readCompletion } from './read-completion.js';
import { readReply } from './read-reply.js';
import { toolCatalog } from './tool-catalog.js';

const defaultHistory = 10;

/**
 * A model behind an endpoint that speaks OpenAI's chat completions: a hosted one, or one on your own machine (Ollama,
 * vLLM, llama.cpp, LM Studio). It is given the task, the steps so far and the newest screenshot, and the actions and
 * the client's tools as tools; it needs no DOM capture. How well it does is the model's own affair.
 *
 * Arguments that can't be used are sent back once with the reason; then the act ends with a `throw` that tells it.
 * Steps reject with an OpenAiModelError when the endpoint can't be used. Throws a TypeError when an option is wrong.
 */
export function openAiModel(options: OpenAiModelOptions): LocalModel {
  checkOpenAiOptions(options);
  const ask = askEndpoint(options);
  const { model, body = {}, maxHistory = defaultHistory } = options;
  return {
    name: `openai ${model}`,
    async step(step) {
      const catalog = toolCatalog(step);
      const read = (reply: ChatReply) => readReply(reply, catalog, step.schema);
      const complete = async (messages: readonly ChatMessage[]) =>
        readCompletion(
          await ask(
            { model, messages, tools: catalog.tools, tool_choice: 'required', ...body },
            step.signal,
          ),
        );
      const messages = conversation(step, catalog, maxHistory);
      const first = await complete(messages);
      const program = attempt(() => read(first));
      if (!('fault' in program)) return program;
      const second = await complete([...messages, ...complaint(first, program.fault)]);
      const repaired = attempt(() => read(second));
      return 'fault' in repaired ? [giveUp(model, repaired.fault)] : repaired;
    },
  };
}

function attempt(read: () => ModelCall[]): ModelCall[] | { fault: string } {
  try {
    return read();
  } catch (error) {
    if (error instanceof ArgumentFault) return { fault: error.message };
    throw error;
  }
}

/** As plain text: an endpoint may refuse to be sent tool calls that are no JSON, even its own. */
function complaint({ content, toolCalls }: ChatReply, fault: string): ChatMessage[] {
  const said = toolCalls.length === 0 ? content : JSON.stringify(toolCalls);
  return [
    { role: 'assistant', content: said === '' ? '(nothing)' : said },
    {
      role: 'user',
      content: `That can't be carried out: ${fault}. Answer again, with tool calls.`,
    },
  ];
}

function giveUp(model: string, fault: string): ModelCall {
  return {
    name: 'throw',
    input: [wireText(`The model ${model} gave no program that can be run: ${fault}`)],
  };
}

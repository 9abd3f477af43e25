import {
  type BaseModelConfig,
  type Message,
  Model,
  type ModelStreamEvent,
} from '@strands-agents/sdk';

/** A model of Strands that calls one tool with this input, and says that it is done when it has the result. */
export class OneCallModel extends Model {
  /** What it was asked with, each time. */
  readonly asked: { messages: Message[]; tools: unknown }[] = [];

  constructor(
    readonly tool: string,
    readonly input: unknown,
  ) {
    super();
  }

  updateConfig(): void {}

  getConfig(): BaseModelConfig {
    return { modelId: 'scripted' };
  }

  async *stream(
    messages: Message[],
    options?: { toolSpecs?: unknown },
  ): AsyncGenerator<ModelStreamEvent> {
    this.asked.push({ messages: [...messages], tools: options?.toolSpecs });
    const calls = this.asked.length === 1;
    yield { type: 'modelMessageStartEvent', role: 'assistant' };
    yield calls
      ? {
          type: 'modelContentBlockStartEvent',
          start: { type: 'toolUseStart', name: this.tool, toolUseId: 'call-1' },
        }
      : { type: 'modelContentBlockStartEvent' };
    yield {
      type: 'modelContentBlockDeltaEvent',
      delta: calls
        ? { type: 'toolUseInputDelta', input: JSON.stringify(this.input) }
        : { type: 'textDelta', text: 'done' },
    };
    yield { type: 'modelContentBlockStopEvent' };
    yield { type: 'modelMessageStopEvent', stopReason: calls ? 'toolUse' : 'endTurn' };
  }

  /** What the tool came to, as the model was told. */
  get result(): string {
    return JSON.stringify(this.asked.at(-1)?.messages.at(-1));
  }
}

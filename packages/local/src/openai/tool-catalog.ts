import type { JsonObject, JsonValue, ModelStep } from '../model/local-model.js';
import { actionTools } from './actions.js';
import type { ChatTool } from './chat-types.js';

/** The name of the tool that ends the task with its answer. */
export const finishName = 'finish';

/** The tools of one act: its actions, its end, and what the client offers. */
export interface ToolCatalog {
  tools: ChatTool[];
  /** The client's tools by the names that the model is given. */
  clientTools: ReadonlyMap<string, string>;
}

export function toolCatalog({
  toolSpecs,
  schema,
}: Pick<ModelStep, 'toolSpecs' | 'schema'>): ToolCatalog {
  const actions = Object.entries(actionTools).map(([name, { description, properties, required }]) =>
    chatTool(name, description, { type: 'object', properties, required }),
  );
  const taken = new Set([...Object.keys(actionTools), finishName]);
  const clientTools = new Map<string, string>();
  const offered = toolSpecs.map((spec) => {
    const name = freeName(spec.name, taken);
    taken.add(name);
    clientTools.set(name, spec.name);
    return chatTool(name, spec.description, spec.inputSchema);
  });
  return { tools: [...actions, finish(schema), ...offered], clientTools };
}

/** A tool of the client may have the name of an action here. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let at = 1; taken.has(free); at++) free = `${name.slice(0, 56)}_tool${at === 1 ? '' : at}`;
  return free;
}

function finish(schema: JsonObject | undefined): ChatTool {
  const description = schema
    ? 'End the task with its answer.'
    : 'End the task, with an answer if it asks for one.';
  if (!schema)
    return chatTool(finishName, description, {
      type: 'object',
      properties: { value: { type: 'string' } },
    });
  // References such as #/$defs/Flight count from the root, which is one up from here.
  const { $defs, definitions, $schema: _dialect, ...value } = schema;
  return chatTool(finishName, description, {
    type: 'object',
    properties: { value },
    required: ['value'],
    ...present('$defs', $defs),
    ...present('definitions', definitions),
  });
}

function present(name: string, value: JsonValue | undefined): JsonObject {
  return value === undefined ? {} : { [name]: value };
}

function chatTool(name: string, description: string, parameters: JsonObject): ChatTool {
  return { type: 'function', function: { name, description, parameters } };
}

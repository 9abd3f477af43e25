import { type KnownOptions, knownOptions } from '../options/known-options.js';
import { refuseUnknown } from '../options/refuse-unknown.js';
import { compileSchema, type Schema, type SchemaOutput } from '../schema/index.js';
import { checkTool } from './check-tool.js';
import type { NovaActTool, ToolDefinition } from './tool-definition.js';

const TOOL_OPTIONS: KnownOptions = knownOptions<ToolDefinition<Schema>>(
  'tool()',
  {
    name: true,
    description: true,
    inputSchema: true,
    execute: true,
    timeoutMs: true,
    onError: true,
  },
  {
    schema: 'Did you mean inputSchema?',
    parameters: 'Did you mean inputSchema?',
    func: 'Did you mean execute?',
    handler: 'Did you mean execute?',
    run: 'Did you mean execute?',
  },
);

/**
 * Makes a function of yours something the agent can call during an act.
 * @throws ValidationError for an unusable name, description, schema or limit.
 */
export function tool<const S extends Schema>(definition: ToolDefinition<S>): NovaActTool {
  refuseUnknown(definition, TOOL_OPTIONS);
  checkTool(definition);
  const { name, description, inputSchema, timeoutMs, onError } = definition;
  const input = compileSchema(inputSchema, `tool ${name}.inputSchema`);
  return {
    name,
    spec: { name, description, inputSchema: { json: input.json } },
    input,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(onError === undefined ? {} : { onError }),
    execute: (value, context) => definition.execute(value as SchemaOutput<S>, context),
  };
}

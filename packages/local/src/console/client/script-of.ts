import type { CallRow, Json, StepRow } from './api-types.js';

/** The answers of these steps, a line each, as JSON that a scripted model takes. */
export function programsOf(steps: readonly StepRow[]): string {
  const programs = steps
    .filter((step) => !step.superseded)
    .map((step) => `  [${step.calls.map(call).join(', ')}]`);
  return `[\n${programs.join(',\n')}\n]`;
}

/**
 * The answers of these steps as a program that gives them again, step by step: to go through the rest of
 * an act as often as is wanted, against a model that always says the same.
 */
export function scriptOf(steps: readonly StepRow[]): string {
  return `import { scriptedModel, startLocalService } from '@nova-act/local';

const service = await startLocalService({
  model: scriptedModel(${programsOf(steps).replaceAll('\n', '\n  ')}),
});
`;
}

function call({ name, input }: CallRow): string {
  if (Array.isArray(input)) return literal([name, ...input]);
  return literal({ name, input });
}

function literal(value: Json): string {
  // Line separators would end a line of a program that is read by an old tool.
  return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

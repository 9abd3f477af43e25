import { ValidationError } from '../errors/index.js';
import { fillPlaceholders, placeholdersIn } from '../placeholders.js';
import { MAX_PROMPT_LENGTH } from './check-act-options.js';
import type { Variables } from './variables.js';

/**
 * The prompt with the values in it.
 * @throws ValidationError for a name without a value where variables are given that is no secret's, a value
 *   without a name, a name that a secret has too
 */
export function withVariables(
  prompt: string,
  variables: Variables,
  isSecret: (name: string) => boolean,
): string {
  const given = Object.keys(variables);
  if (given.length === 0) return prompt;
  const named = new Set(placeholdersIn(prompt).map(({ name }) => name));
  const idle = given.find((name) => !named.has(name));
  if (idle !== undefined) {
    throw new ValidationError('is not named in the prompt', {
      field: `variables.${idle}`,
      remedy: `Write {{${idle}}} where it belongs, or leave it out.`,
    });
  }
  const twice = given.find(isSecret);
  if (twice !== undefined) {
    throw new ValidationError('is the name of a secret too', {
      field: `variables.${twice}`,
      remedy: 'Give one of them another name.',
    });
  }
  const missing = [...named].find((name) => !Object.hasOwn(variables, name) && !isSecret(name));
  if (missing !== undefined) {
    throw new ValidationError(`names {{${missing}}}, and there is no such variable`, {
      field: 'prompt',
      remedy: `Give it: variables: { ${missing}: … }.`,
    });
  }
  const filled = fillPlaceholders(prompt, (name) => variables[name]);
  if (filled.length <= MAX_PROMPT_LENGTH) return filled;
  throw new ValidationError(`is ${filled.length} characters long with its variables`, {
    field: 'prompt',
    remedy: `The service takes at most ${MAX_PROMPT_LENGTH}; split the task into several acts.`,
  });
}

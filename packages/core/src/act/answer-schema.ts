import { ActResponseMismatchError, ValidationError } from '../errors/index.js';
import type { CompiledSchema } from '../schema/index.js';
import { parseJson } from '../wire/parse-json.js';
import { MAX_PROMPT_LENGTH } from './check-act-options.js';
import { decodeText } from './decode/decode-strings.js';
import { spacedJson } from './spaced-json.js';

/** The prompt as the service wants it when the answer must satisfy a schema. */
export function promptWithSchema(prompt: string, { json }: CompiledSchema): string {
  const { $schema: _dialect, ...described } = json;
  const whole = `${prompt}, format output with jsonschema: ${spacedJson(described)}`;
  if (whole.length <= MAX_PROMPT_LENGTH) return whole;
  throw new ValidationError(
    `is ${whole.length} characters long with the schema that is sent along with it`,
    {
      field: 'prompt',
      remedy: `The service takes at most ${MAX_PROMPT_LENGTH}; shorten the prompt or simplify the schema.`,
    },
  );
}

/** The typed value of an agent's response. @throws ActResponseMismatchError */
export async function parseResponse(
  response: string | undefined,
  schema: CompiledSchema,
): Promise<unknown> {
  if (response === undefined) throw mismatch('The agent returned no response', '', []);
  const candidate = readJson(response) ?? readJson(decodeText(response));
  const isText = isPlainString(schema) && typeof candidate?.value !== 'string';
  if (!candidate && !isText) {
    throw mismatch('The response of the agent is not JSON', response, [
      { path: '', message: 'is not JSON' },
    ]);
  }
  const checked = await schema.check(isText ? response : candidate?.value);
  if ('value' in checked) return checked.value;
  const list = checked.issues.map(({ path, message }) => `${path || 'the value'}: ${message}`);
  throw mismatch(
    `The response of the agent does not satisfy the schema: ${list.join('; ')}`,
    response,
    checked.issues,
  );
}

function isPlainString({ json }: CompiledSchema): boolean {
  return json.type === 'string' && Object.keys(json).every((k) => k === 'type' || k === '$schema');
}

function readJson(text: string): { value: unknown } | undefined {
  try {
    return { value: parseJson(text) };
  } catch {
    return undefined; // Not JSON, or a bomb of brackets; the caller decides whether that matters.
  }
}

function mismatch(
  message: string,
  rawResponse: string,
  issues: { path: string; message: string }[],
) {
  return new ActResponseMismatchError(message, { rawResponse, issues });
}

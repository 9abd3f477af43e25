import type { CompiledSchema, JsonSchema } from '../schema/index.js';

/**
 * The JSON Schema of a tool's input, as each framework takes it. For those that hand a JSON Schema on
 * (Strands, Bedrock, OpenAI) it is one, and nothing else can be seen of it. The AI SDK knows a schema of
 * its own by two marks, which are here beside it: `Symbol.for` makes them the same ones without its package.
 * https://github.com/vercel/ai/blob/main/packages/provider-utils/src/schema.ts (and, of version 5,
 * validator.ts)
 */
export function sharedInputSchema<T extends JsonSchema>(json: T, compiled: CompiledSchema): T {
  const marks = {
    [Symbol.for('vercel.ai.schema')]: true,
    [Symbol.for('vercel.ai.validator')]: true,
    jsonSchema: json,
    validate: async (value: unknown) => {
      const checked = await compiled.check(value);
      if ('value' in checked) return { success: true, value: checked.value };
      const problems = checked.issues.map(({ path, message }) => `${path || 'input'}: ${message}`);
      return { success: false, error: new Error(problems.join('; ')) };
    },
  };
  const shared = { ...json };
  for (const mark of Reflect.ownKeys(marks)) {
    const value = marks[mark as keyof typeof marks];
    Object.defineProperty(shared, mark, { value, enumerable: false });
  }
  return shared;
}

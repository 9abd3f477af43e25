import type { JsonSchema } from './schema.js';

/** A plain text. The only schema for which a response that is not JSON is taken as it is. */
export const stringSchema: JsonSchema<string> = Object.freeze({ type: 'string' });

/** Yes or no. */
export const booleanSchema: JsonSchema<boolean> = Object.freeze({ type: 'boolean' });

import type { JsonValue } from '../wire/json.js';

const OUTSIDE_OF_ASCII = /[\u0080-\uffff]/g;

/**
 * JSON as the model knows schemas from its training and its other client: a blank after each comma
 * and colon, all in ASCII.
 */
export function spacedJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(spacedJson).join(', ')}]`;
  if (value === null || typeof value !== 'object') return ascii(JSON.stringify(value));
  const members = Object.entries(value).map(
    ([key, member]) => `${ascii(JSON.stringify(key))}: ${spacedJson(member)}`,
  );
  return `{${members.join(', ')}}`;
}

function ascii(json: string): string {
  return json.replace(
    OUTSIDE_OF_ASCII,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

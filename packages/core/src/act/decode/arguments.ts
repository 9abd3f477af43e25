import type { JsonObject, JsonValue } from '../../wire/json.js';
import { GenerationFault } from './generation-fault.js';

/** The arguments of one call by name, however the model gave them, with checked readers. */
export class Arguments {
  readonly #values: JsonObject;

  constructor(
    readonly callName: string,
    input: JsonValue | undefined,
    positions: readonly string[],
  ) {
    this.#values = byName(callName, input, positions);
  }

  /** The first of several spellings that is there. */
  get(...names: string[]): JsonValue | undefined {
    for (const name of names) {
      const value = this.#values[name];
      if (value !== undefined && value !== null) return value;
    }
    return undefined;
  }

  field(name: string): string {
    return `${this.callName}.${name}`;
  }

  text(...names: [string, ...string[]]): string {
    const value = this.get(...names);
    if (typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    throw new GenerationFault(this.field(names[0]), 'is not a text', value ?? null);
  }

  oneOf<T extends string>(allowed: readonly T[], name: string, value: JsonValue | undefined): T {
    const found = allowed.find((candidate) => candidate === value);
    if (found !== undefined) return found;
    throw new GenerationFault(
      this.field(name),
      `is not one of ${allowed.join(', ')}`,
      value ?? null,
    );
  }

  /** A number or a numeric text that is at least 0. */
  amount(...names: [string, ...string[]]): number | undefined {
    const value = this.get(...names);
    if (value === undefined) return undefined;
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number === 'number' && Number.isFinite(number) && number >= 0) return number;
    throw new GenerationFault(this.field(names[0]), 'is not a number of 0 or more', value);
  }

  flag(...names: [string, ...string[]]): boolean {
    const value = this.get(...names) ?? false;
    if (typeof value === 'boolean') return value;
    throw new GenerationFault(this.field(names[0]), 'is not true or false', value);
  }

  /** A member that is an object of options; an empty one when it is absent. */
  options(...names: string[]): JsonObject {
    return asObject(this.get(...names)) ?? {};
  }
}

export function asObject(value: JsonValue | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}

function byName(
  callName: string,
  input: JsonValue | undefined,
  positions: readonly string[],
): JsonObject {
  if (input === undefined || input === null) return {};
  if (Array.isArray(input)) {
    return Object.fromEntries(
      positions.flatMap((name, at) => (input[at] === undefined ? [] : [[name, input[at]]])),
    );
  }
  const named = asObject(input);
  if (named) return named;
  throw new GenerationFault(`${callName}.input`, 'is neither a list nor an object', input);
}

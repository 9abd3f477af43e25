import { createHash } from 'node:crypto';
import type { MemoryKey } from './memory.js';
import { RECORDING_VERSION } from './recording.js';

export interface KeyParts {
  readonly prompt: string;
  readonly schema: unknown;
  /** The specs of the tools that the agent is offered. */
  readonly tools: unknown;
  /** The pattern of the address that it begins on. */
  readonly address: string;
}

const ID_LENGTH = 16;
const NAME_LENGTH = 48;

/** The same prompt with another schema, other tools or begun on another page is another act. */
export function memoryKey({ prompt, schema, tools, address }: KeyParts): MemoryKey {
  const whole = JSON.stringify([RECORDING_VERSION, prompt, schema ?? null, tools, address]);
  const id = createHash('sha256').update(whole).digest('hex').slice(0, ID_LENGTH);
  const words =
    prompt
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]{1,40}/g) ?? [];
  let name = '';
  for (const word of words) {
    if (name.length + word.length >= NAME_LENGTH) break;
    name += name === '' ? word : `-${word}`;
  }
  return { id, name: name || 'act' };
}

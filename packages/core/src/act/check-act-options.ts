import { ValidationError } from '../errors/index.js';
import type { ActOptions, ActStep, MemoryMode, PlannedStep } from './act-options.js';
import { refuseUnknownActOptions } from './known-act-options.js';
import { checkVariables, type Variables } from './variables.js';

export interface CheckedActOptions {
  maxSteps: number;
  timeoutMs: number;
  observationDelayMs: number;
  signal: AbortSignal | undefined;
  beforeStep: ((step: PlannedStep) => void | Promise<void>) | undefined;
  onStep: ((step: ActStep) => void | Promise<void>) | undefined;
  memory: MemoryMode | undefined;
  variables: Variables;
}

export const MAX_PROMPT_LENGTH = 10_000;
const MEMORY_MODES: readonly MemoryMode[] = ['use', 'record', 'only', 'off'];
const MAX_STEPS = { least: 1, most: 199, fallback: 30 };
const TIMEOUT_MS = { least: 2_000, most: 1_800_000, fallback: 1_800_000 };
const DELAY_MS = { least: 0, most: 1_800_000, fallback: 0 };

/** @throws ValidationError */
export function checkActOptions(options: ActOptions): CheckedActOptions {
  refuseUnknownActOptions(options);
  const { signal, beforeStep, onStep, memory } = options;
  if (signal !== undefined && !(signal instanceof AbortSignal)) {
    throw new ValidationError('is not an AbortSignal', {
      field: 'signal',
      value: signal,
      remedy: 'Pass the `signal` of an AbortController.',
    });
  }
  for (const [field, value] of Object.entries({ beforeStep, onStep })) {
    if (value === undefined || typeof value === 'function') continue;
    throw new ValidationError('is not a function', {
      field,
      value,
      remedy: 'Pass a function that takes the step.',
    });
  }
  if (memory !== undefined && !MEMORY_MODES.includes(memory)) {
    throw new ValidationError('is no way to use a memory', {
      field: 'memory',
      value: memory,
      remedy: `Give one of ${MEMORY_MODES.join(', ')}.`,
    });
  }
  return {
    maxSteps: whole('maxSteps', options.maxSteps, MAX_STEPS),
    timeoutMs: whole('timeoutMs', options.timeoutMs, TIMEOUT_MS),
    observationDelayMs: whole('observationDelayMs', options.observationDelayMs, DELAY_MS),
    signal,
    beforeStep: beforeStep?.bind(options),
    onStep: onStep?.bind(options),
    memory,
    variables: checkVariables(options.variables),
  };
}

/** @throws ValidationError */
export function checkPrompt(prompt: string): void {
  if (typeof prompt !== 'string' || prompt.trim() === '') {
    throw new ValidationError('is empty or not a text', {
      field: 'prompt',
      value: prompt,
      remedy: 'Say in 1 to 10,000 characters what the browser should do.',
    });
  }
  if (prompt.length > MAX_PROMPT_LENGTH) {
    throw new ValidationError(`is ${prompt.length} characters long`, {
      field: 'prompt',
      remedy: `The service takes at most ${MAX_PROMPT_LENGTH}; split the task into several acts.`,
    });
  }
}

function whole(
  field: string,
  value: number | undefined,
  { least, most, fallback }: { least: number; most: number; fallback: number },
): number {
  if (value === undefined) return fallback;
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new ValidationError('is out of range', {
    field,
    value: typeof value === 'number' ? String(value) : value,
    remedy: `Give a whole number from ${least} to ${most}.`,
  });
}

import type { ModelObservation } from '../model/local-model.js';

/** Keeps what steps observed, by step id: large, so apart from the records. */
export interface Observations {
  put(stepId: string, text: string): void;
  /** Undefined when none was put, when it has been let go, or when its text was no observation. */
  get(stepId: string): ModelObservation | undefined;
  delete(stepId: string): void;
}

/** Keeps observations in memory up to `maxBytes` in all; the oldest go first. */
export function observationsInMemory(maxBytes: number): Observations {
  const kept = new Map<string, string>();
  let bytes = 0;
  const drop = (stepId: string) => {
    bytes -= kept.get(stepId)?.length ?? 0;
    kept.delete(stepId);
  };
  return {
    put(stepId, text) {
      kept.set(stepId, text);
      bytes += text.length;
      for (const oldest of kept.keys()) {
        if (bytes <= maxBytes) break;
        drop(oldest);
      }
    },
    get(stepId) {
      const text = kept.get(stepId);
      return text === undefined ? undefined : parseObservation(text);
    },
    delete: drop,
  };
}

/** The observation of a `takeObservation` result; undefined when the text is none. */
export function parseObservation(text: string): ModelObservation | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  return isObservation(value) ? value : undefined;
}

function isObservation(value: unknown): value is ModelObservation {
  if (typeof value !== 'object' || value === null) return false;
  const seen = value as Partial<Record<keyof ModelObservation, unknown>>;
  return (
    typeof seen.activeURL === 'string' &&
    typeof seen.screenshotBase64 === 'string' &&
    typeof seen.simplifiedDOM === 'string' &&
    typeof seen.idToBboxMap === 'object' &&
    seen.idToBboxMap !== null &&
    hasDimensions(seen.browserDimensions)
  );
}

function hasDimensions(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const sizes = value as Record<string, unknown>;
  return [
    'windowWidth',
    'windowHeight',
    'scrollWidth',
    'scrollHeight',
    'scrollLeft',
    'scrollTop',
  ].every((name) => typeof sizes[name] === 'number');
}

import type { ModelObservation } from '../model/local-model.js';

/** An observation as it came. */
export interface SeenObservation {
  /** JSON, with a placeholder where the screenshot's base64 was if that was lifted out. */
  text: string;
  picture?: { placeholder: string; base64: Buffer };
}

/** Keeps what steps observed, by step id: large, so apart from the records. */
export interface Observations {
  /** Gives back what takes it away again. */
  put(stepId: string, seen: SeenObservation): () => void;
  /** Undefined when none was put, when it has been let go, or when its text was no observation. */
  get(stepId: string): ModelObservation | undefined;
  /** Gives back what is left to do once the deletion is on record. */
  delete(stepId: string): () => void;
}

/** Keeps observations in memory up to `maxBytes` in all; the oldest go first. */
export function observationsInMemory(maxBytes: number): Observations {
  const kept = new Map<string, SeenObservation>();
  let bytes = 0;
  const drop = (stepId: string) => {
    const seen = kept.get(stepId);
    if (seen) bytes -= sizeOf(seen);
    kept.delete(stepId);
  };
  return {
    put(stepId, seen) {
      kept.set(stepId, seen);
      bytes += sizeOf(seen);
      for (const oldest of kept.keys()) {
        if (bytes <= maxBytes) break;
        drop(oldest);
      }
      return () => drop(stepId);
    },
    get(stepId) {
      const seen = kept.get(stepId);
      return seen && parseObservation(seen);
    },
    delete: (stepId) => () => drop(stepId),
  };
}

function sizeOf({ text, picture }: SeenObservation): number {
  return text.length + (picture?.base64.length ?? 0);
}

/** The text as the client sent it. */
export function wholeText({ text, picture }: SeenObservation): string {
  return picture ? text.replace(picture.placeholder, picture.base64.toString('latin1')) : text;
}

/** The observation of a `takeObservation` result; undefined when the text is none. */
export function parseObservation(seen: SeenObservation): ModelObservation | undefined {
  const value = parseJson(seen.text);
  if (!isObservation(value)) return undefined;
  const { screenshotBase64: text } = value;
  const { picture } = seen;
  return { ...value, screenshotBase64: wholeText({ text, ...(picture ? { picture } : {}) }) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
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

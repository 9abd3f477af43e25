import { ActError, type ActMetadata, ActNotRememberedError, type ActOptions } from '@nova-act/core';
import { test } from '@playwright/test';
import { type ActsPolicy, modeOf } from '../acts/acts-policy.js';
import type { CallSite } from './call-site.js';

/** Of `testInfo`, what is told in the report. */
export interface Annotated {
  readonly annotations: { type: string; description?: string }[];
}

/** An act that is under way. */
export interface UnderWay {
  readonly title: string;
  readonly sinceMs: number;
}

const LONGEST_TITLE = 200;

/** The acts of one test: each is a step of it, and what became of its recording is told. */
export class ActsInTest {
  readonly #info: Annotated;
  readonly #policy: ActsPolicy;
  /** How recordings are updated, as it is typed. */
  readonly #remedy: string;
  readonly #running = new Set<UnderWay>();

  constructor(info: Annotated, policy: ActsPolicy, remedy: string) {
    this.#info = info;
    this.#policy = policy;
    this.#remedy = remedy;
  }

  get underWay(): readonly UnderWay[] {
    return [...this.#running];
  }

  /** With the mode of the test where the act has none of its own. */
  optionsOf<O extends ActOptions>(options: O | undefined): O {
    const isGiven = typeof options === 'object' && options !== null;
    if (options !== undefined && !isGiven) return options;
    const given = { ...options } as O;
    return { ...given, memory: modeOf(given.memory, this.#policy) };
  }

  step<T>(title: string, at: CallSite | undefined, work: () => Promise<T>): Promise<T> {
    const shown = shortened(title);
    const body = async () => {
      const act = { title: shown, sinceMs: Date.now() };
      this.#running.add(act);
      try {
        const result = await work();
        this.#tell(shown, metadataOf(result));
        return result;
      } catch (error) {
        if (error instanceof ActError) this.#tell(shown, error.metadata);
        const said = error instanceof ActNotRememberedError ? this.#remedied(error) : error;
        if (at && said instanceof Error) leadTo(said, at);
        throw said;
      } finally {
        this.#running.delete(act);
      }
    };
    return test.step(shown, body, at ? { location: { ...at } } : {});
  }

  #tell(title: string, metadata: ActMetadata | undefined): void {
    const { healed, why = '' } = metadata?.memory ?? {};
    if (!healed) return;
    this.#info.annotations.push({
      type: 'nova act healed',
      description: `${title}: ${why}`,
    });
  }

  #remedied(error: ActNotRememberedError): ActNotRememberedError {
    const { message, metadata } = error;
    const told = `${message}\nHave the model do it, and record it: ${this.#remedy}`;
    return new ActNotRememberedError(told, { cause: error, metadata });
  }
}

/** The report shows the first place of a stack that is the user's: the line that asked for the act. */
function leadTo(error: Error, { file, line, column }: CallSite): void {
  const { name, message, stack = '' } = error;
  const frames = stack.split('\n').filter((each) => each.startsWith('    at '));
  error.stack = [`${name}: ${message}`, `    at ${file}:${line}:${column}`, ...frames].join('\n');
}

function metadataOf(result: unknown): ActMetadata | undefined {
  return typeof result === 'object' && result !== null && 'metadata' in result
    ? (result.metadata as ActMetadata)
    : undefined;
}

function shortened(title: string): string {
  const line = String(title).replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_TITLE ? `${line.slice(0, LONGEST_TITLE - 1)}…` : line;
}

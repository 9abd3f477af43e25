import type { BrowserContext } from 'playwright';
import { ValidationError } from '../../errors/index.js';
import { thrownText } from '../../errors/thrown-text.js';
import type { Logger } from '../../logger.js';
import type { BrowserRecorder } from '../actuator.js';
import type { Resident } from '../residents/resident.js';

/** Playwright's own tracing, one file for each act. What fails of it is logged, and fails nothing else. */
export class PlaywrightTrace implements BrowserRecorder {
  readonly #logger: Logger;
  #tracing: BrowserContext['tracing'] | undefined;
  #saving: Promise<void> = Promise.resolve();

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** @throws ValidationError when somebody else is tracing in a borrowed context: there is one for each. */
  readonly resident: Resident = {
    moveIn: async ({ context }) => {
      const { tracing } = context;
      try {
        await tracing.start({ screenshots: true, snapshots: true });
      } catch (error) {
        throw new ValidationError('cannot be had in this browser', {
          field: 'playwrightTrace',
          value: true,
          remedy: `Leave it out where the context is traced already: ${thrownText(error)}`,
        });
      }
      this.#tracing = tracing;
      return () => tracing.stop();
    },
    beforeClose: () => ({ step: 'traces', run: () => this.#saving }),
  };

  async begin(): Promise<void> {
    await this.#saving;
    await this.#attempt('begun', (tracing) => tracing.startChunk());
  }

  end(file: string | undefined): Promise<void> {
    this.#saving = this.#attempt('saved', (tracing) =>
      tracing.stopChunk(file === undefined ? {} : { path: file }),
    );
    return this.#saving;
  }

  async #attempt(
    done: string,
    work: (tracing: BrowserContext['tracing']) => Promise<unknown>,
  ): Promise<void> {
    try {
      if (this.#tracing) await work(this.#tracing);
    } catch (error) {
      this.#logger.warn(`A Playwright trace could not be ${done}`, { error: thrownText(error) });
    }
  }
}

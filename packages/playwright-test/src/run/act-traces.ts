import { readFile } from 'node:fs/promises';
import {
  type ActTrace,
  type NovaActEvent,
  type TraceWriter,
  traceToJson,
  traceWriter,
} from '@nova-act/core';

/** Of `testInfo`, what takes files for the report. */
export interface Attaching {
  attach(
    name: string,
    what: { path: string; contentType: string } | { body: string; contentType: string },
  ): Promise<void>;
}

/** The traces of a test's acts: written as they end, attached when the test has. */
export class ActTraces {
  readonly #writer: TraceWriter;
  readonly #ended: { actId: string; prompt: string }[] = [];

  /** @param directory where they are written; each stands for itself, pictures included. */
  constructor(directory: string) {
    this.#writer = traceWriter({ directory, pictures: 'inline' });
  }

  readonly hear = (event: NovaActEvent): void => {
    this.#writer(event);
    if (event.type !== 'act.finished') return;
    this.#ended.push({ actId: event.actId, prompt: event.metadata.prompt });
  };

  /** The HTML with its pictures, and the JSON without. */
  async attach(to: Attaching): Promise<void> {
    await this.#writer.flush();
    for (const [at, { actId, prompt }] of this.#ended.entries()) {
      const path = this.#writer.pathOf(actId);
      if (path === undefined) continue;
      const name = `nova act ${at + 1}: ${prompt.replace(/\s+/g, ' ').slice(0, 80)}`;
      await to.attach(name, { path, contentType: 'text/html' });
      const trace: ActTrace = JSON.parse(await readFile(path.replace(/\.html$/, '.json'), 'utf8'));
      const body = traceToJson(trace, { screenshots: 'leave-out' });
      await to.attach(`${name} (JSON)`, { body, contentType: 'application/json' });
    }
  }
}

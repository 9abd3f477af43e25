import { workflow } from '@nova-act/workflow';

const options = { workflowDefinitionName: 'jobs', modelId: 'nova-act-latest' };

/** The same source compiles with standard decorators and with `experimentalDecorators`. */
export class Jobs {
  readonly prefix = 'job';

  @workflow(options)
  async run(id: number): Promise<string> {
    return `${this.prefix} ${id}`;
  }

  @workflow(options)
  static async sweep(): Promise<void> {}

  /** A method's own type parameters are kept. */
  @workflow(options)
  async pick<T extends { id: number }>(items: readonly T[], id: number): Promise<T | undefined> {
    return items.find((item) => item.id === id);
  }
}

export const answer: Promise<string> = new Jobs().run(1);

const picked = new Jobs().pick([{ id: 1, title: 'one' }], 1);
export const title: Promise<string | undefined> = picked.then((job) => job?.title);

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
}

export const answer: Promise<string> = new Jobs().run(1);

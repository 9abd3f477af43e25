import { NovaAct } from '@nova-act/core';
import { Workflow } from '@nova-act/workflow';
import { z } from 'zod';

/** One run on record: the agent looks up how many moons a planet has. */
export function howManyMoons(planet: string, signal?: AbortSignal): Promise<number> {
  // The service on this machine has pages to practise on; with AWS the agent works on the web.
  const { AWS_ENDPOINT_URL_NOVA_ACT: local } = process.env;
  const startingPage = local
    ? `${local}/gym/planets`
    : 'https://en.wikipedia.org/wiki/List_of_natural_satellites';
  return Workflow.run({ workflowDefinitionName: 'my-agent', signal }, () =>
    NovaAct.use({ startingPage, logsDirectory: 'traces' }, async (nova) => {
      const question = `How many moons does ${planet} have?`;
      return (await nova.actGet(question, { schema: z.number() })).parsed;
    }),
  );
}

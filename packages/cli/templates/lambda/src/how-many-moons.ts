import { agentCoreBrowser, NovaAct } from '@nova-act/core';
import { Workflow } from '@nova-act/workflow';
import { z } from 'zod';

/** One run on record: the agent looks up how many moons a planet has. */
export function howManyMoons(planet: string, signal?: AbortSignal): Promise<number> {
  const { AWS_ENDPOINT_URL_NOVA_ACT: local, AWS_REGION, AWS_LAMBDA_FUNCTION_NAME } = process.env;
  // The service on this machine has pages to practise on; with AWS the agent works on the web.
  const startingPage = local
    ? `${local}/gym/planets`
    : 'https://en.wikipedia.org/wiki/List_of_natural_satellites';
  // In Lambda there is no Chromium: the browser runs in Amazon Bedrock AgentCore.
  const browser = AWS_LAMBDA_FUNCTION_NAME
    ? agentCoreBrowser({ region: AWS_REGION ?? 'us-east-1' })
    : undefined;
  return Workflow.run({ workflowDefinitionName: 'my-agent', signal }, () =>
    NovaAct.use({ startingPage, browser }, async (nova) => {
      const question = `How many moons does ${planet} have?`;
      return (await nova.actGet(question, { schema: z.number() })).parsed;
    }),
  );
}

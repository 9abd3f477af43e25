// agentCoreBrowser: the browser runs in AWS, in Amazon Bedrock AgentCore. It is started with the session and
// ended with it. Needs AWS credentials that may start, stop and connect to browsers there.
import { agentCoreBrowser, NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';

// The service on this machine, to which the browser need not reach; with --aws the program uses AWS for both.
const service = await startLocalService();
const options = process.argv.includes('--aws') ? {} : service.workflowOptions;

const browser = agentCoreBrowser({
  region: 'us-east-1',
  sessionTimeoutSeconds: 600,
  // Whoever has the link can watch the browser, and work it, for the next five minutes.
  onSession: async ({ sessionId, liveViewUrl }) =>
    console.log(`session ${sessionId}\nwatch it at ${await liveViewUrl()}`),
});

const readHeading = withWorkflow(
  { workflowDefinitionName: 'headings', modelId: 'nova-act-latest', ...options },
  (startingPage: string) =>
    NovaAct.use({ browser, startingPage }, async (nova) => {
      const { parsed } = await nova.actGet('What is the heading of this page?');
      return parsed;
    }),
);

console.log(await readHeading(process.env['STARTING_PAGE'] ?? 'https://example.com/'));
await service.stop();

// A browser that AWS's own package `bedrock-agentcore` starts and ends, with `cdpEndpointUrl` and `cdpHeaders` as
// functions: they sign each connection when it is made. Needs AWS credentials, as agent-core-browser.ts does.
import { NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';
import { Browser } from 'bedrock-agentcore/browser';

// The service on this machine, to which the browser need not reach; with --aws the program uses AWS for both.
const service = await startLocalService();
const options = process.argv.includes('--aws') ? {} : service.workflowOptions;

const browser = new Browser({ region: 'us-east-1' });

const readHeading = withWorkflow(
  { workflowDefinitionName: 'headings', modelId: 'nova-act-latest', ...options },
  async (startingPage: string) => {
    await browser.startSession({ timeout: 600, viewport: { width: 1600, height: 813 } });
    try {
      return await NovaAct.use(
        {
          cdpEndpointUrl: async () => (await browser.generateWebSocketUrl()).url,
          cdpHeaders: async () => (await browser.generateWebSocketUrl()).headers,
          // The page that the browser begins with, so that a live view shows it.
          cdpUsePage: 'existing',
          startingPage,
        },
        async (nova) => (await nova.actGet('What is the heading of this page?')).parsed,
      );
    } finally {
      // Also when the session could not start: until its time is up it costs.
      await browser.stopSession();
    }
  },
);

console.log(await readHeading(process.env['STARTING_PAGE'] ?? 'https://example.com/'));
await service.stop();

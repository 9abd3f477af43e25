import type { NovaActTestOptions, NovaActWorkerOptions } from '@nova-act/playwright-test';
import { defineConfig } from '@playwright/test';

const { NOVA_ACT_BROWSER_EXECUTABLE: executablePath, NOVA_ACT_BROWSER_ARGS: args } = process.env;

export default defineConfig<NovaActTestOptions, NovaActWorkerOptions>({
  testDir: 'tests',
  timeout: 60_000,
  use: {
    novaActWorkflow: { workflowDefinitionName: 'my-agent' },
    // The picture that the model knows best.
    viewport: { width: 1_600, height: 813 },
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      ...(args ? { args: args.split(' ') } : {}),
    },
  },
});

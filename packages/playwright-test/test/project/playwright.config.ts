import type { NovaActTestOptions, NovaActWorkerOptions } from '@nova-act/playwright-test';
import { defineConfig } from '@playwright/test';

const {
  SITE_URL,
  NOVA_ACT_BROWSER_EXECUTABLE: executablePath,
  NOVA_ACT_BROWSER_ARGS,
} = process.env;

export default defineConfig<NovaActTestOptions, NovaActWorkerOptions>({
  testDir: 'tests',
  timeout: 30_000,
  fullyParallel: true,
  workers: 2,
  use: {
    ...(SITE_URL ? { baseURL: SITE_URL } : {}),
    viewport: { width: 1_600, height: 813 },
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: NOVA_ACT_BROWSER_ARGS?.split(' ') ?? [],
    },
    novaActWorkflow: { workflowDefinitionName: 'shop-tests' },
    novaActOptions: { captureDom: true },
  },
});

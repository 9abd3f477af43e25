import type { NovaActTestOptions, NovaActWorkerOptions } from '@nova-act/playwright-test';
import { defineConfig } from '@playwright/test';

const { NOVA_ACT_BROWSER_EXECUTABLE: executablePath, NOVA_ACT_BROWSER_ARGS: args } = process.env;

/** Without account or network: each worker has a service on this machine. */
export default defineConfig<NovaActTestOptions, NovaActWorkerOptions>({
  testDir: 'tests',
  use: {
    novaActService: 'local',
    viewport: { width: 1_600, height: 813 },
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      ...(args ? { args: args.split(' ') } : {}),
    },
  },
});

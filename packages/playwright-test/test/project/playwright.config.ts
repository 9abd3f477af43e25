import type { NovaActTestOptions, NovaActWorkerOptions } from '@nova-act/playwright-test';
import { defineConfig, devices } from '@playwright/test';

const {
  SITE_URL,
  NOVA_ACT_BROWSER_EXECUTABLE: executablePath,
  NOVA_ACT_BROWSER_ARGS,
  PROJECTS,
} = process.env;

const { viewport, userAgent, isMobile, hasTouch, deviceScaleFactor } = devices['Pixel 7'];
const everywhere = 'projects.spec.ts';
/** Of one folder of recordings: at a desk, on a phone, and where the site is on staging. */
const projects = [
  { name: 'desk' },
  {
    name: 'a phone',
    testMatch: everywhere,
    use: {
      ...{ viewport, userAgent, isMobile, hasTouch, deviceScaleFactor },
      novaActOptions: { captureDom: true, screen: { allowUntested: true } },
    },
  },
  {
    name: 'staging',
    testMatch: everywhere,
    use: { baseURL: SITE_URL?.replace('127.0.0.1', 'staging.localhost') ?? '' },
  },
];

export default defineConfig<NovaActTestOptions, NovaActWorkerOptions>({
  testDir: 'tests',
  timeout: 30_000,
  fullyParallel: true,
  workers: 2,
  ...(PROJECTS ? { projects } : {}),
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

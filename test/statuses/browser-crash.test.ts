import { ActBrowserCrashedError, type ActError, NovaAct } from '@nova-act/core';
import {
  type RunningLocalService,
  type ScriptedProgram,
  scriptedModel,
  startLocalService,
} from '@nova-act/local';
import { Workflow } from '@nova-act/workflow';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromium } from '../support/chromium.js';
import { rejection } from '../workflow/support/local-run.js';

const CLICK: ScriptedProgram = [['agentClick', '<box>10,10,20,20</box>']];
let service: RunningLocalService;
beforeAll(async () => {
  service = await startLocalService({ model: scriptedModel(() => CLICK) });
});
afterAll(() => service?.stop());

type Crash = (nova: NovaAct) => Promise<void>;

/** The renderer of the page dies; the browser lives. */
const crashPage: Crash = async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  const crashed = new Promise((resolve) => page.once('crash', resolve));
  // Nobody is left to answer it.
  session.send('Page.crash').catch(() => {});
  await crashed;
};

/** The browser's own process dies. */
const crashBrowser: Crash = async ({ page }) => {
  const browser = page.context().browser();
  const session = await browser?.newBrowserCDPSession();
  const gone = new Promise((resolve) => browser?.once('disconnected', resolve));
  session?.send('Browser.crash').catch(() => {});
  await gone;
};

it.each<[string, Crash]>([
  ['the page', crashPage],
  ['the browser', crashBrowser],
])(
  'a crash of %s ends the act and the run FAILED, each once, and the session closes',
  async (_what, crash) => {
    const before = service.runs().length;
    const options = {
      workflowDefinitionName: 'crashes',
      credentials: service.credentials,
      endpointUrl: service.url,
    };
    const startingPage = `${service.gymUrl}/planets`;
    const crashing = Workflow.run(options, async () => {
      await using nova = await NovaAct.start({ ...chromium(), startingPage });
      await nova.act('go', { onStep: () => crash(nova) });
    });
    const error = await rejection(crashing);
    expect(error).toBeInstanceOf(ActBrowserCrashedError);
    expect((error as ActError).metadata?.numStepsExecuted).toBe(1);
    const run = service.runs()[before];
    expect(run?.updates.map(({ status }) => status)).toEqual(['FAILED']);
    expect(run?.acts.map((act) => act.updates.map(({ status }) => status))).toEqual([['FAILED']]);
  },
);

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NovaAct } from '@nova-act/core';
import {
  type ModelStep,
  type RunningLocalService,
  type ScriptedProgram,
  scriptedModel,
  startLocalService,
} from '@nova-act/local';
import { Workflow } from '@nova-act/workflow';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { chromium } from '../support/chromium.js';

const MIDDLE = '<box>300,300,500,500</box>';
const asked: string[] = [];
const steps: ModelStep[] = [];
let server: Server;
let service: RunningLocalService;
let program: (step: ModelStep) => ScriptedProgram | Promise<ScriptedProgram>;

const origin = (host: string) => `http://${host}.test:${(server.address() as AddressInfo).port}`;

beforeAll(async () => {
  server = createServer((request, response) => {
    const [host = ''] = (request.headers.host ?? '').split('.');
    asked.push(`${host}${request.url}`);
    if (request.url === '/moved') {
      response.writeHead(302, { location: `${origin('evil')}/arrived` });
      response.end();
      return;
    }
    response.setHeader('content-type', 'text/html');
    const fill = 'style="position:fixed;inset:0;width:100vw;height:100vh"';
    response.end(
      request.url === '/field'
        ? `<!doctype html><form><input name="q" ${fill}></form>`
        : `<!doctype html><title>${host}</title><a href="/moved" ${fill}>${host}</a>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  service = await startLocalService({
    model: scriptedModel((step) => {
      steps.push(step);
      return program(step);
    }),
  });
});
afterAll(async () => {
  await service.stop();
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
  steps.length = 0;
});

/** One run of one session that begins at `path` of the one allowed site. */
function inSession(path: string, body: (nova: NovaAct) => Promise<void>): Promise<void> {
  const { browserArgs = [], ...browser } = chromium();
  const run = {
    workflowDefinitionName: 'forbidden',
    credentials: service.credentials,
    endpointUrl: service.url,
  };
  return Workflow.run(run, async () => {
    await using nova = await NovaAct.start({
      ...browser,
      browserArgs: [...browserArgs, '--host-resolver-rules=MAP *.test 127.0.0.1'],
      captureDom: true,
      startingPage: `${origin('good')}${path}`,
      security: { allowedUrls: ['good.test'] },
    });
    await body(nova);
  });
}

it('a link that is redirected to a forbidden page shows the service nothing of it, and tells the agent', async () => {
  program = ({ step }) =>
    step === 1
      ? [['agentClick', MIDDLE], 'waitForPageToSettle', 'takeObservation']
      : [['return', '"x"']];
  await inSession('/', async (nova) => {
    for (let act = 0; act < 3; act++) {
      await nova.goToUrl(`${origin('good')}/`);
      await nova.act('Click the link');
    }
  });
  expect(asked.filter((each) => each.startsWith('evil'))).toEqual([]);
  const told = steps.filter(({ callResults }) =>
    callResults.some(({ text }) => text.includes('may not be opened in this session')),
  );
  expect(told).toHaveLength(3);
  for (const { observation } of steps) expect(observation?.activeURL).toBe(`${origin('good')}/`);
});

it('a page that goes to a forbidden one while the agent thinks has nothing typed there', async () => {
  await inSession('/field', async (nova) => {
    program = async ({ step }) => {
      if (step > 1) return [['return', '"x"']];
      await nova.page.evaluate("location = '/moved'");
      await expect.poll(() => asked).toContain('good/moved');
      await nova.page.waitForTimeout(50);
      return [['agentType', 'my-password', MIDDLE, true], 'waitForPageToSettle', 'takeObservation'];
    };
    await nova.act('Type the password');
  });
  expect(asked.filter((each) => each.startsWith('evil'))).toEqual([]);
});

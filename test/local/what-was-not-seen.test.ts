import { ActAgentFailedError, NovaAct } from '@nova-act/core';
import { type RunningLocalService, startLocalService } from '@nova-act/local';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium } from '../support/chromium.js';
import { rejection } from '../workflow/support/local-run.js';

let service: RunningLocalService;
let nova: NovaAct;
beforeAll(async () => {
  service = await startLocalService();
  nova = await NovaAct.start({
    ...chromium(),
    ...service.novaActOptions,
    startingPage: service.gymUrl,
  });
});
afterAll(async () => {
  await nova?.stop();
  await service?.stop();
});

/** How an act fails, and after how many steps. */
async function failure(prompt: string) {
  const error = await rejection(nova.act(prompt));
  expect(error).toBeInstanceOf(ActAgentFailedError);
  const { message, metadata } = error as ActAgentFailedError;
  return { message, steps: metadata?.numStepsExecuted };
}

describe('what the page does not show to be done is a failure', () => {
  it('of a form that the service sends back: the fields that it marks are named', async () => {
    await nova.goToUrl(`${service.gymUrl}/form`);
    await nova.act('Fill in the form with first name Ada, last name Lovelace');
    const { message, steps } = await failure('Click Register');
    expect(message).toMatch(/The form is still there.*“Email address” is marked as not valid/);
    expect(message).not.toMatch(/First name|Last name/);
    expect(steps).toBeLessThan(4);
  });

  it('of a form that the browser keeps back: the field that it wants is named', async () => {
    await nova.page.setContent(`<form onsubmit="document.body.textContent = 'Thanks'">
      <label>Name <input required></label><label>City <input required></label>
      <button>Send</button></form>`);
    expect((await failure('Type Ada into Name, then click Send')).message).toContain(
      '“City” is required and empty',
    );
    await nova.act('Type London into City, then click Send');
    expect(await nova.page.textContent('body')).toBe('Thanks');
  });

  it('of a page that cannot be scrolled: once, not until all steps are used up', async () => {
    await nova.page.setContent('<p>Short</p>');
    const { message, steps } = await failure('Scroll down');
    expect(message).toMatch(/“Scroll down” cannot be done\. The browser said: /);
    expect(steps).toBeLessThan(4);
  });
});

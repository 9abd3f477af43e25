// Between acts the page is Playwright's: for what the agent is not to type, for files, pictures and texts. Dialogs
// are answered by onDialog. And what an act took.
import { NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';

// The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
const service = await startLocalService();
if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);

const signIn = withWorkflow({ workflowDefinitionName: 'planets', modelId: 'nova-act-latest' }, () =>
  NovaAct.use(
    {
      startingPage: `${service.gymUrl}/planets`,
      // Without it alert is accepted, confirm and prompt are dismissed.
      onDialog: ({ type, message }) => {
        console.log(`${type}: ${message}`);
        return 'accept';
      },
    },
    async (nova) => {
      // The file behind an address, with the cookies of the browser.
      const file = await nova.page.request.get(nova.page.url());
      console.log(`${file.headers()['content-type']}, ${(await file.body()).length > 0}`);

      // A page with a login; yours will have its own.
      await nova.page.setContent(`<label>Name <input></label>
          <label>Password <input type="password"></label>
          <button onclick="document.body.dataset.answer = confirm('Stay signed in?')">Sign in</button>`);
      await nova.act('Type Ada into Name, then click the field Password');
      await nova.page.keyboard.type(process.env['PASSWORD'] ?? 'lovelace');
      const { metadata } = await nova.act('Click Sign in');

      const picture = await nova.page.screenshot();
      const html = await nova.page.content();
      const { startTimeMs, endTimeMs, timeWorkedMs, humanWaitMs } = metadata;
      const tookMs = endTimeMs - startTimeMs;
      console.log(
        `worked all of its time: ${timeWorkedMs === tookMs}, and ${humanWaitMs} ms of people's`,
      );
      return `${html.includes('data-answer="true"')}, with a picture: ${picture.length > 0}`;
    },
  ),
);

console.log(`answered: ${await signIn()}`);
await service.stop();

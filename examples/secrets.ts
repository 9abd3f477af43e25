// secrets: the agent has a value typed that it only knows by its name. mask: what nobody is to see of a page
// is painted over in every picture, and left empty in the DOM. Here the service is on this machine.
import { NovaAct, secret } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';

const service = await startLocalService();
const form = `${service.gymUrl}/form`;

const register = withWorkflow(
  { workflowDefinitionName: 'accounts', modelId: 'nova-act-latest', ...service.workflowOptions },
  () =>
    NovaAct.use(
      {
        startingPage: form,
        captureDom: true,
        secrets: {
          // A function is asked when the value is about to be typed: a vault, or a one-time code.
          password: secret(async () => process.env['PASSWORD'] ?? 'correct horse battery staple', {
            // Typed here, and into no page that only looks like it.
            allowedUrls: [form],
          }),
        },
        mask: ['[name=email]'],
        onEvent(event) {
          if (event.type !== 'call.finished' || event.call.name !== 'agentType') return;
          console.log(`the agent has typed: ${event.call.input['text']}`);
        },
      },
      async (nova) => {
        await nova.act('Type {{password}} into the Password field');
        const { length } = await nova.page.inputValue('[name=password]');
        return `the page has a password of ${length} characters`;
      },
    ),
);

console.log(await register());
await service.stop();

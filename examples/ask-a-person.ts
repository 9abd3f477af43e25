// webHumanInput: the agent asks, and a person answers on a web page, with the live browser in it where
// the agent hands it over. Here the link is printed; yours may go to a chat or an e-mail.
import { NovaAct, webHumanInput } from '@nova-act/core';
import { scriptedModel, startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';

// A script in the place of the model, which decides by itself when it needs a person.
const service = await startLocalService({
  model: scriptedModel([
    [
      { name: 'human_Approve', input: { message: 'Order a desk lamp for $59?' } },
      'takeObservation',
    ],
    [['return', '"ordered"']],
  ]),
});

const humanInput = webHumanInput({
  notify: ({ kind, message, link }) => console.log(`${kind}: ${message}\nanswer at ${link}`),
});

const order = withWorkflow(
  { workflowDefinitionName: 'orders', modelId: 'nova-act-latest', ...service.workflowOptions },
  () =>
    NovaAct.use(
      { startingPage: `${service.gymUrl}/shop`, humanInput, humanTimeoutMs: 600_000 },
      async (nova) => {
        const { metadata } = await nova.act('Order a desk lamp');
        return `ordered, after ${Math.round(metadata.humanWaitMs / 1000)} s of a person's time`;
      },
    ),
);

console.log(await order());
await service.stop();

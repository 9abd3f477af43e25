// Many runs, a few at a time: p-limit keeps them below what the account may do at once and the machine
// can bear, and what fails does not stop the others.
import { ActServiceQuotaExceededError, NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';
import pLimit from 'p-limit';

// The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
const service = await startLocalService();
if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);

const open = withWorkflow(
  { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' },
  (link: string) =>
    NovaAct.use({ startingPage: service.gymUrl }, async (nova) => {
      await nova.act(`Click the link ${link}`);
      return nova.page.title();
    }),
);

const atATime = pLimit(2);
const links = ['Planets', 'Planets', 'Planets'];
const outcomes = await Promise.allSettled(links.map((link) => atATime(open, link)));

let failed = 0;
for (const outcome of outcomes) {
  if (outcome.status === 'fulfilled') console.log(outcome.value);
  else if (outcome.reason instanceof ActServiceQuotaExceededError) {
    // The message says where a higher one is asked for.
    console.log(`quota ${outcome.reason.quotaCode}: ${outcome.reason.message}`);
    failed++;
  } else throw outcome.reason;
}
console.log(`${outcomes.length - failed} of ${outcomes.length} done`);
await service.stop();

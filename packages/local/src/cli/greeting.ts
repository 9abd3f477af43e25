import type { RunningLocalService } from '../node/running-local-service.js';
import { noProfile } from '../node/service-env.js';
import { type Shell, setLines } from './shell.js';

/** What the command prints when the service is ready. */
export function greeting(service: RunningLocalService, model: string, shell: Shell): string {
  const { url, gymUrl, apiKeyEnv, iamEnv } = service;
  const set = (env: Readonly<Record<string, string>>) =>
    setLines(env, shell)
      .map((line) => `  ${line}`)
      .join('\n');
  return `Nova Act, local service: ${url}
Console ${url}/   Gym ${gymUrl}/   Model ${model}

For programs that use an API key, set:

${set(apiKeyEnv)}

or for programs that use AWS credentials:

${set({ ...noProfile, ...iamEnv })}

For another shell say --shell sh, fish, powershell or cmd. For any: nova-act-local exec -- node program.mjs

Then run this, saved as first-act.mjs beside an installed @nova-act/core:

  import { NovaAct } from '@nova-act/core';
  const nova = await NovaAct.start({ startingPage: '${gymUrl}/planets' });
  try {
    console.log((await nova.actGet('How many moons does Mars have?')).response);
  } finally {
    await nova.stop();
  }

Stop with Ctrl+C.
`;
}

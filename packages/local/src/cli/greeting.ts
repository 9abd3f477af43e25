import type { RunningLocalService } from '../node/start-local-service.js';

/** What the command prints when the service is ready. */
export function greeting(service: RunningLocalService, model: string, windows: boolean): string {
  const { url, gymUrl, apiKeyEnv, iamEnv } = service;
  const set = (env: Readonly<Record<string, string>>) =>
    Object.entries(env)
      .map(([name, value]) =>
        windows ? `  $env:${name} = "${value}"` : `  export ${name}=${value}`,
      )
      .join('\n');
  return `Nova Act, local service: ${url}
Console ${url}/   Gym ${gymUrl}/   Model ${model}

For programs that use an API key, set:

${set(apiKeyEnv)}

or for programs that use AWS credentials:

${set(iamEnv)}

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

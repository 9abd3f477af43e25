import { AuthError } from '../../../errors/index.js';
import { askSource } from './ask-source.js';
import type { SourceContext } from './credential-source.js';
import { SourceError } from './source-error.js';

/** A person looks for their device. */
const TIMEOUT_MS = 300_000;

/** The code of the device `serial`, which the profile's role asks for. @throws AuthError */
export async function mfaCode(
  profile: string,
  serial: string,
  context: SourceContext,
): Promise<string> {
  const provide = context.mfaCode;
  if (!provide) {
    throw new AuthError(
      `The profile ${profile} needs a code of multi-factor authentication (MFA) from the device ` +
        `${serial}. Pass \`mfaCode\`, a function that resolves to the code.`,
    );
  }
  return askSource(
    {
      name: 'the `mfaCode` function',
      timeoutMs: TIMEOUT_MS,
      attempts: 1,
      goesOn: true,
      ask: async () => {
        const code: unknown = await provide(serial);
        if (typeof code === 'string' && /^\d{6}$/.test(code.trim())) return code.trim();
        throw new SourceError('did not give a code of six digits as a text');
      },
    },
    context,
  );
}

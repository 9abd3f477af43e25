import { askSource } from './ask-source.js';
import { clientConfig, quiet, withoutProcessWarning } from './aws-client.js';
import { ASKED_MS, type CredentialSource, type SourceContext } from './credential-source.js';
import { SourceError } from './source-error.js';
import { tellingOutages } from './telling-outages.js';

const TIMEOUT_MS = 10_000;

/** `login_session` of a profile: what `aws login` left, renewed by the SDK. */
export function consoleLogin(profile: string, context: SourceContext): CredentialSource {
  const name = `the login of the profile ${profile}`;
  const ask = async (signal: AbortSignal, watched: SourceContext) => {
    const { fromLoginCredentials } = await import('@aws-sdk/credential-provider-login');
    const found = await fromLoginCredentials({
      profile,
      ignoreCache: true,
      logger: quiet(context.logger),
      clientConfig: clientConfig(watched, signal),
    })();
    return { ...found };
  };
  return {
    name,
    undatedMs: ASKED_MS,
    provide: () =>
      askSource(
        {
          name,
          timeoutMs: TIMEOUT_MS,
          ask: (signal) =>
            withoutProcessWarning(() =>
              tellingOutages(name, context, (watched) => ask(signal, watched)),
            ),
          explain: (error) =>
            /re-?authenticate|expired|not found|Failed to load (a )?token|Token validation failed/i.test(
              (error as Error).message,
            )
              ? new SourceError(
                  `is not there or has expired. Run: aws login --profile ${profile}`,
                  {
                    cause: error,
                  },
                )
              : undefined,
        },
        context,
      ),
  };
}

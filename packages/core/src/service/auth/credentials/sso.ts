import type { Section } from '../aws-files/parse-ini.js';
import type { AwsFiles } from '../aws-files/read-aws-files.js';
import { askSource, isTransient } from './ask-source.js';
import { clientConfig, quiet, withoutProcessWarning } from './aws-client.js';
import { ASKED_MS, type CredentialSource, type SourceContext } from './credential-source.js';
import { SourceError } from './source-error.js';
import { tellingOutages } from './telling-outages.js';

/** For one try, which may be two requests: the renewal of the login, and the role's credentials. */
const TIMEOUT_MS = 15_000;

/** Whether a profile signs in with IAM Identity Center. */
export const isSso = (section: Section): boolean =>
  ['sso_session', 'sso_start_url', 'sso_account_id', 'sso_role_name'].some((key) => section[key]);

/** The login of `aws sso login`, and from the portal the credentials of the profile's role. */
export function sso(profile: string, files: AwsFiles, context: SourceContext): CredentialSource {
  const name = `the SSO login of the profile ${profile}`;
  const login = `Run: aws sso login --profile ${profile}`;
  const ask = async (signal: AbortSignal, watched: SourceContext) => {
    checkSettings(profile, files);
    const { fromSSO } = await import('@aws-sdk/credential-provider-sso');
    const found = await fromSSO({
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
          explain: (error) => explain(error, login),
        },
        context,
      ),
  };
}

/** Of sections, in the SDK's own reader of the files. */
const SDK_NAME = /^[\w\-@+.%:/]*$/;

/** Before the SDK, which falls over a section that is not there. */
function checkSettings(profile: string, files: AwsFiles): void {
  const section = files.profiles.get(profile) ?? {};
  const { sso_session: session } = section;
  const unreadable = [profile, session ?? ''].find((name) => !SDK_NAME.test(name));
  if (unreadable !== undefined) {
    throw new SourceError(
      `has the name ${JSON.stringify(unreadable)}, which the AWS SDK cannot read for SSO: use letters, digits and -@+.%:/_ alone`,
    );
  }
  const login = session === undefined ? section : files.ssoSessions.get(session);
  if (login === undefined) {
    const others = [...files.ssoSessions.keys()].join(', ') || 'none';
    throw new SourceError(
      `names the sso_session ${session}, and the configuration has no [sso-session ${session}]. There are: ${others}`,
    );
  }
  const missing = [
    ...['sso_start_url', 'sso_region'].filter((key) => !(login[key] ?? section[key])),
    ...['sso_account_id', 'sso_role_name'].filter((key) => !section[key]),
  ];
  if (missing.length > 0) throw new SourceError(`lacks ${missing.join(', ')}`);
}

/** What the SDK says, and what it means. The first that fits. */
const CAUSES: readonly (readonly [RegExp, string])[] = [
  [/Unauthorized|not found or invalid/i, 'was ended by the portal'],
  [/ForbiddenException|No access/i, ''],
  [/was not found or is invalid|profile is invalid/i, 'is not there: nobody has logged in'],
  [/expired|Cannot refresh/i, 'has expired'],
];

function explain(error: unknown, login: string): SourceError | undefined {
  const { message } = error as Error;
  const [, meaning] = CAUSES.find(([said]) => said.test(message)) ?? [];
  if (meaning) return new SourceError(`${meaning}. ${login}`, { cause: error });
  if (meaning === undefined) return undefined;
  return new SourceError(
    `does not reach the role: ${message}. Check sso_account_id and sso_role_name`,
    { cause: error, transient: isTransient(error) },
  );
}

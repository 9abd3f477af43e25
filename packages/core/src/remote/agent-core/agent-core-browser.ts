import { askFor } from '../../browser/open/endpoint/ask-for.js';
import type {
  RemoteBrowser,
  RemoteBrowserRequest,
  RemoteBrowserSession,
} from '../../browser/remote-browser.js';
import { Closing } from '../../closing/closing.js';
import { readEnvironment } from '../../config.js';
import { systemClock } from '../../deadline/clock.js';
import { suppress } from '../../errors/index.js';
import { checkAssumeRole, checkCredentials, checkProfile } from '../../service/auth/check-auth.js';
import { correctedClock } from '../../service/auth/corrected-clock.js';
import { credentialProvider, wayOut } from '../../service/auth/credentials/credential-provider.js';
import { sigv4Authorizer } from '../../service/auth/sigv4.js';
import { agentCoreAddress } from './agent-core-address.js';
import { agentCoreClient } from './agent-core-client.js';
import { agentCoreEnd } from './agent-core-end.js';
import type { AgentCoreBrowserOptions } from './agent-core-options.js';
import { agentCoreStreams, linkTo, signedSocket } from './agent-core-streams.js';
import { checkAgentCoreOptions } from './check-agent-core-options.js';
import { startRequest } from './start-request.js';

/** As signatures name it. */
const SIGNING_NAME = 'bedrock-agentcore';
const DEFAULT_IDENTIFIER = 'aws.browser.v1';
/** It may ask a person's chat program to take the link. */
const ON_SESSION = {
  field: 'onSession',
  timeoutMs: 60_000,
  remedy: 'It is told of the session before that is connected to.',
};
const POLICY = { maxAttempts: 2, minDelayMs: 200, maxDelayMs: 1_000, requestTimeoutMs: 60_000 };

/**
 * Browsers that run in Amazon Bedrock AgentCore: each session of `NovaAct` that is given this as its
 * `browser` starts one, works in it, and ends it, also when it could not start or lost the connection.
 *
 * ```ts
 * const browser = agentCoreBrowser({ region: 'us-east-1' });
 * await NovaAct.use({ browser, startingPage }, (nova) => nova.act('Open the pricing page'));
 * ```
 *
 * Needs `bedrock-agentcore:StartBrowserSession`, `StopBrowserSession` and `ConnectBrowserAutomationStream`
 * on the browser, `ConnectBrowserLiveViewStream` for the live view, and `SaveBrowserSessionProfile` for a
 * profile that is saved, there also on the profile: `nova-act iam-policy --browser aws.browser.v1` prints the
 * policy without the last. By
 * https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/browser-resource-session-management.html
 * Nothing is sent, and no credentials are looked for, before a session starts.
 * @throws ValidationError for an option that AgentCore would not take
 */
export function agentCoreBrowser(options: AgentCoreBrowserOptions = {}): RemoteBrowser {
  checkAgentCoreOptions(options);
  const { endpointUrl, region } = agentCoreAddress(options, readEnvironment());
  const { awsProfile, credentials, assumeRole } = options;
  const auth = {
    kind: 'iam',
    region,
    ...(awsProfile === undefined ? {} : { profile: checkProfile(awsProfile, 'awsProfile') }),
    ...(credentials === undefined ? {} : { credentials: checkCredentials(credentials) }),
    ...(assumeRole === undefined ? {} : { assumeRole: checkAssumeRole(assumeRole) }),
  } as const;
  const browserIdentifier = options.identifier ?? DEFAULT_IDENTIFIER;
  const fetch = options.fetch ?? wayOut(awsProfile);

  async function open(request: RemoteBrowserRequest): Promise<RemoteBrowserSession> {
    const { logger, signal, viewport } = request;
    signal.throwIfAborted();
    const clock = correctedClock(systemClock, logger);
    const found = credentialProvider(auth, { clock, logger });
    const signing = { service: SIGNING_NAME, region, credentials: found, clock };
    const authorizer = sigv4Authorizer(signing);
    const client = agentCoreClient(
      { endpointUrl, browserIdentifier },
      {
        authorizer,
        fetch,
        clock,
        logger,
        policy: POLICY,
        requestTimeoutMs: POLICY.requestTimeoutMs,
      },
    );
    const sessionId = await client.start(startRequest(options, viewport));
    const facts = { sessionId, browserIdentifier, region };
    logger.info('A browser runs in AgentCore', facts);
    const { automationUrl, liveViewUrl } = agentCoreStreams(
      endpointUrl,
      browserIdentifier,
      sessionId,
    );
    const end = agentCoreEnd(client, sessionId, options.profile);
    try {
      const { onSession } = options;
      const told = { ...facts, liveViewUrl: linkTo(liveViewUrl, signing) };
      if (onSession) await askFor({ ...ON_SESSION, ask: () => onSession(told) }, { clock, signal });
      return { ...(await signedSocket(automationUrl, authorizer, signal)), end };
    } catch (error) {
      // Nobody connects to it any more: it is only ended.
      if (signal.aborted) return { endpointUrl: automationUrl, end };
      const closing = new Closing(systemClock);
      await closing.step('end-remote-browser', end);
      try {
        closing.throwIfFailed();
      } catch (failure) {
        suppress(error, failure);
      }
      throw error;
    }
  }

  return { name: 'AgentCore Browser', open };
}

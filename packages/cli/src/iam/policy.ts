import { type Audience, actionsOf } from './actions.js';

export interface PolicyInput {
  readonly audience: Audience;
  /** Name of a workflow definition; `*` for all. */
  readonly definition: string;
  readonly region: string;
  /** Twelve digits; `*` for whichever account the policy is in. */
  readonly account: string;
  readonly partition: string;
  /** Where `s3TraceWriter` puts traces: `bucket` or `bucket/prefix`. */
  readonly traces?: string | undefined;
  /** Where a saved session of the browser lies: `bucket/key`. */
  readonly sessions?: string | undefined;
  /** Which browser of AgentCore: `aws.browser.v1`, which is AWS's, or the id of one of the account's own. */
  readonly browser?: string | undefined;
}

interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
}

export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

/** The least policy that lets somebody do their part with the service. */
export function policyFor(input: PolicyInput): Policy {
  const { audience, definition, region, account, partition, traces, sessions, browser } = input;
  const arn = `arn:${partition}:nova-act:${region}:${account}:workflow-definition/${definition}`;
  const onAccount = actionsOf(audience, 'account');
  const objects = (place: string, end: string) => `arn:${partition}:s3:::${place}${end}`;
  return {
    Version: '2012-10-17',
    Statement: [
      // Runs lie below their definition.
      allow('Workflows', actionsOf(audience, 'definition'), [arn, `${arn}/workflow-run/*`]),
      ...(onAccount.length === 0 ? [] : [allow('Account', onAccount, '*')]),
      ...(traces === undefined
        ? []
        : [
            allow(
              'Traces',
              ['s3:PutObject', 's3:AbortMultipartUpload'],
              objects(traces, traces.includes('/') ? '*' : '/*'),
            ),
          ]),
      ...(sessions === undefined
        ? []
        : [allow('BrowserSessions', ['s3:GetObject', 's3:PutObject'], objects(sessions, ''))]),
      ...(browser === undefined
        ? []
        : [allow('Browser', BROWSER_ACTIONS, browserArn(input, browser))]),
    ],
  };
}

/**
 * What `agentCoreBrowser()` calls, with the live view of its `liveViewUrl`.
 * https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/browser-resource-session-management.html
 */
const BROWSER_ACTIONS = [
  'StartBrowserSession',
  'StopBrowserSession',
  'ConnectBrowserAutomationStream',
  'ConnectBrowserLiveViewStream',
].map((action) => `bedrock-agentcore:${action}`);

/** AWS's own browsers are of the account `aws`; those of an account are another kind of resource. */
function browserArn({ partition, region, account }: PolicyInput, browser: string): string {
  const owner = browser.startsWith('aws.') ? 'aws:browser' : `${account}:browser-custom`;
  return `arn:${partition}:bedrock-agentcore:${region}:${owner}/${browser}`;
}

function allow(
  Sid: string,
  Action: readonly string[],
  Resource: string | readonly string[],
): Statement {
  return { Sid, Effect: 'Allow', Action, Resource };
}

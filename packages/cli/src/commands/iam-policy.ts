import { type ArgsDef, defineCommand, type ParsedArgs } from 'citty';
import type { Surroundings } from '../arguments/surroundings.js';
import { UsageError } from '../arguments/usage-error.js';
import { AUDIENCES, type Audience } from '../iam/actions.js';
import { type PolicyInput, policyFor } from '../iam/policy.js';

const ARGUMENTS = {
  for: {
    type: 'positional',
    default: 'run',
    description: 'run, develop or admin',
  },
  definition: {
    type: 'string',
    default: '*',
    description: 'Name of the workflow definition; all of them without it',
  },
  region: { type: 'string', default: 'us-east-1', description: 'AWS region of the service' },
  account: { type: 'string', default: '*', description: 'AWS account, twelve digits' },
  partition: { type: 'string', default: 'aws', description: 'AWS partition' },
  traces: {
    type: 'string',
    description: 'Also what s3TraceWriter needs for this BUCKET or BUCKET/PREFIX',
  },
  sessions: {
    type: 'string',
    description: 'Also what a saved browser session at this BUCKET/KEY needs',
  },
  browser: {
    type: 'string',
    description:
      'Also what agentCoreBrowser() needs: aws.browser.v1, or the id of a browser of yours',
  },
} as const satisfies ArgsDef;

/** What each argument may be, and how that is said. */
const FORMS: readonly [keyof typeof ARGUMENTS, RegExp, string][] = [
  ['definition', /^(?:\*|[a-zA-Z0-9_-]{1,40})$/, 'up to 40 letters, digits, _ and -'],
  ['region', /^(?:\*|[a-z]{2}(?:-[a-z]{1,10}){1,3}-\d{1,2})$/, 'an AWS region, like us-east-1'],
  ['account', /^(?:\*|\d{12})$/, 'twelve digits'],
  ['partition', /^aws(?:-[a-z]{2,10}){0,3}$/, 'an AWS partition, like aws or aws-us-gov'],
  ['traces', /^[a-z0-9][a-z0-9.-]{2,62}(?:\/[^*?]{1,900})?$/, 'BUCKET or BUCKET/PREFIX'],
  ['sessions', /^[a-z0-9][a-z0-9.-]{2,62}\/[^*?]{1,900}$/, 'BUCKET/KEY'],
  [
    'browser',
    /^(?:\*|aws\.browser\.v1|[a-zA-Z][a-zA-Z0-9_]{0,47}-[a-zA-Z0-9]{10})$/,
    'aws.browser.v1, or the id of a browser of yours',
  ],
];

/** `nova-act iam-policy`: prints the least policy, to be attached to a user or a role. */
export function iamPolicyCommand({ print }: Surroundings) {
  return defineCommand({
    meta: {
      name: 'iam-policy',
      description: 'Print the least IAM policy to run, develop or admin',
    },
    args: ARGUMENTS,
    run({ args }) {
      print(`${JSON.stringify(policyFor(readInput(args)), null, 2)}\n`);
    },
  });
}

/** @throws UsageError */
function readInput(args: ParsedArgs<typeof ARGUMENTS>): PolicyInput {
  const audience = args.for;
  if (!isAudience(audience)) {
    throw new UsageError(`A policy is for run, develop or admin, not ${JSON.stringify(audience)}`);
  }
  for (const [name, form, words] of FORMS) {
    const value: string | undefined = args[name];
    if (value === undefined || form.test(value)) continue;
    throw new UsageError(`--${name} must be ${words}, is ${JSON.stringify(value)}`);
  }
  const { definition, region, account, partition, traces, sessions, browser } = args;
  return { audience, definition, region, account, partition, traces, sessions, browser };
}

function isAudience(text: string): text is Audience {
  return (AUDIENCES as readonly string[]).includes(text);
}

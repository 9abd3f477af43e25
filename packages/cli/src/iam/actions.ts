/**
 * Who a policy is for. `run`: a program that has its runs on record. `develop`: the same, and whoever
 * writes it and looks at what became of it. `admin`: all of the service.
 */
export const AUDIENCES = ['run', 'develop', 'admin'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What a policy's statement can be about. Lists and models are of the account, not of a definition. */
type Scope = 'definition' | 'account';

interface Grant {
  readonly action: string;
  readonly scope: Scope;
  readonly from: Audience;
}

const grant = (from: Audience, scope: Scope, ...actions: string[]): Grant[] =>
  actions.map((action) => ({ action, scope, from }));

/**
 * Every action of the service, and from which audience on it is granted.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_nova-act.html
 */
const GRANTS: readonly Grant[] = [
  ...grant('run', 'definition', 'CreateWorkflowRun', 'GetWorkflowRun', 'UpdateWorkflowRun'),
  ...grant('run', 'definition', 'CreateSession', 'CreateAct', 'InvokeActStep', 'UpdateAct'),
  // For runs that nobody is in any more: found by their acts, and ended.
  ...grant('run', 'definition', 'ListWorkflowRuns', 'ListSessions', 'ListActs'),
  ...grant('develop', 'definition', 'CreateWorkflowDefinition', 'GetWorkflowDefinition'),
  ...grant('develop', 'definition', 'DeleteWorkflowRun'),
  ...grant('develop', 'account', 'ListWorkflowDefinitions', 'ListModels'),
  ...grant('admin', 'definition', 'DeleteWorkflowDefinition'),
];

/** The actions that an audience needs, by what they are about. */
export function actionsOf(audience: Audience, scope: Scope): string[] {
  const upTo = AUDIENCES.indexOf(audience);
  return GRANTS.filter((one) => one.scope === scope && AUDIENCES.indexOf(one.from) <= upTo).map(
    ({ action }) => `nova-act:${action}`,
  );
}

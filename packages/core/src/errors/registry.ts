import { ActError } from './act-error.js';
import { ActStatusUpdateError } from './act-status-update-error.js';
import * as agent from './agent-errors.js';
import { AgentRedirectError } from './agent-redirect-error.js';
import { AuthError } from './auth-error.js';
import * as execution from './execution-errors.js';
import { NovaActError } from './nova-act-error.js';
import * as service from './service-errors.js';
import * as session from './session-errors.js';
import * as storage from './storage-errors.js';
import { ValidationError } from './validation-error.js';
import { WorkflowDefinitionMismatchError } from './workflow-definition-mismatch-error.js';
import * as workflow from './workflow-errors.js';

type ErrorClass = { readonly name: string; readonly prototype: Error };

const byName = new Map<string, ErrorClass>();

/** Lets errors of these classes be decoded as what they were. For packages built on this one. */
export function registerErrors(classes: readonly ErrorClass[]): void {
  for (const known of classes) byName.set(known.name, known);
}

/** The class an encoded error is made of again; undefined for one nobody has registered. */
export function errorClass(name: string): ErrorClass | undefined {
  return byName.get(name);
}

registerErrors([
  NovaActError,
  ActError,
  ActStatusUpdateError,
  AgentRedirectError,
  AuthError,
  ValidationError,
  WorkflowDefinitionMismatchError,
  ...Object.values(agent),
  ...Object.values(execution),
  ...Object.values(service),
  ...Object.values(session),
  ...Object.values(storage),
  ...Object.values(workflow),
  // What the platform throws, its aborts and timeouts among it.
  Error,
  AggregateError,
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
]);

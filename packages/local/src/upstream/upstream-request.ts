import type { Operation } from '../contract/operations.js';
import type { Shape } from '../contract/shape.js';
import type { UpstreamOptions } from './upstream-options.js';

/** The address and body of an operation as a surface has them. */
export function upstreamRequest(
  operation: Operation,
  given: Readonly<Record<string, unknown>>,
  options: UpstreamOptions,
): { method: string; url: string; body?: string } {
  const input = forSurface(given, options);
  const path = operation.path.replace(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(String(input[name])),
  );
  const query = new URLSearchParams(
    membersOf(operation.query, input).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]),
  ).toString();
  const base = baseOf(options);
  return {
    method: operation.method,
    url: `${base}${options.surface === 'aws' ? path : path.replace(/\/$/, '')}${query === '' ? '' : `?${query}`}`,
    ...(operation.method === 'PUT' || operation.method === 'POST'
      ? { body: JSON.stringify(Object.fromEntries(membersOf(operation.body, input))) }
      : {}),
  };
}

function baseOf(options: UpstreamOptions): string {
  const standard =
    options.surface === 'aws'
      ? `https://nova-act.${options.region ?? 'us-east-1'}.amazonaws.com`
      : 'https://api.nova.amazon.com/agent';
  return (options.endpointUrl ?? standard).replace(/(?<!\/)\/+$/, '');
}

/** The API-key surface has one definition, `default`, and no log group. */
function forSurface(
  input: Readonly<Record<string, unknown>>,
  options: UpstreamOptions,
): Record<string, unknown> {
  const { logGroupName, ...rest } = input;
  if (options.surface === 'api-key')
    return {
      ...rest,
      ...('workflowDefinitionName' in rest ? { workflowDefinitionName: 'default' } : {}),
    };
  const name = options.workflowDefinitionName;
  return name !== undefined && input['workflowDefinitionName'] === 'default'
    ? { ...input, workflowDefinitionName: name }
    : { ...rest, ...(logGroupName === undefined ? {} : { logGroupName }) };
}

function membersOf(
  shapes: Readonly<Record<string, Shape>>,
  input: Readonly<Record<string, unknown>>,
): [string, unknown][] {
  return Object.keys(shapes).flatMap((key): [string, unknown][] => {
    const name = key.replace(/\?$/, '');
    return input[name] === undefined ? [] : [[name, input[name]]];
  });
}

import { type Operation, type OperationName, operations } from './operations.js';

export type Surface = 'aws' | 'api-key';

/** Where the API-key surface starts; the AWS surface is everything else. */
export const apiKeyPrefix = '/agent';

export interface MatchedOperation {
  operation: Operation;
  /** Decoded path labels. */
  labels: Record<string, string>;
}

interface Route {
  operation: Operation;
  segments: readonly string[];
}

const routes: Record<Surface, readonly Route[]> = {
  aws: operations.map((operation) => ({ operation, segments: operation.path.split('/') })),
  'api-key': operations
    .filter((operation) => operation.runtime)
    // The API-key surface knows no trailing slash.
    .map((operation) => ({ operation, segments: operation.path.replace(/\/$/, '').split('/') })),
};

/** The surface a path belongs to, and the path below that surface's base URL. */
export function surfaceOf(path: string): { surface: Surface; path: string } {
  return path === apiKeyPrefix || path.startsWith(`${apiKeyPrefix}/`)
    ? { surface: 'api-key', path: path.slice(apiKeyPrefix.length) }
    : { surface: 'aws', path };
}

/** True when a path is one of the service's own: `/models` and everything below `/workflow-definitions`. */
export function isServicePath(path: string): boolean {
  const below = surfaceOf(path);
  return (
    below.surface === 'api-key' ||
    below.path === '/models' ||
    below.path === '/workflow-definitions' ||
    below.path.startsWith('/workflow-definitions/')
  );
}

/** The operation of a request. An empty label matches, so that validation can name the field. */
export function matchOperation(
  surface: Surface,
  method: string,
  path: string,
): MatchedOperation | undefined {
  const given = path.split('/');
  for (const { operation, segments } of routes[surface]) {
    if (operation.method !== method || segments.length !== given.length) continue;
    const found: Record<string, string> = {};
    const fits = segments.every((segment, at) => {
      const value = given[at] ?? '';
      if (!segment.startsWith('{')) return segment === value;
      found[segment.slice(1, -1)] = decodeLabel(value);
      return true;
    });
    if (fits) return { operation, labels: found };
  }
  return undefined;
}

export function isOperationName(name: string): name is OperationName {
  return operations.some((operation) => operation.name === name);
}

/** A label that is no valid percent-encoding stays as it is; its pattern then refuses the `%`. */
function decodeLabel(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return value;
    throw error;
  }
}

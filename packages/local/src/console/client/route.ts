/** What the console shows, as the address says it, so that a link leads back to it. */
export interface Route {
  runId?: string;
  /** UUID of the act, given by `CreateAct`. */
  actId?: string;
  stepId?: string;
  /** The run to hold beside `runId`. */
  compareId?: string;
  /** The step of the act that another model is asked from. */
  rerunId?: string;
}

export function readRoute(hash: string): Route {
  const parts = hash
    .replace(/^#\/?/, '')
    .split('/')
    .map((part) => decode(part));
  const route: Route = {};
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const value = parts[at + 1];
    if (value === undefined || value === '') continue;
    if (parts[at] === 'runs') route.runId = value;
    if (parts[at] === 'acts') route.actId = value;
    if (parts[at] === 'steps') route.stepId = value;
    if (parts[at] === 'compare') route.compareId = value;
    if (parts[at] === 'rerun') route.rerunId = value;
  }
  return route;
}

export function writeRoute(route: Route): string {
  const part = (name: string, value: string | undefined) =>
    value === undefined ? '' : `/${name}/${encodeURIComponent(value)}`;
  return `#${part('runs', route.runId)}${part('compare', route.compareId)}${part('acts', route.actId)}${part('steps', route.stepId)}${part('rerun', route.rerunId)}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    // A link that was cut or mistyped leads to nothing, which the views say.
    if (error instanceof URIError) return part;
    throw error;
  }
}

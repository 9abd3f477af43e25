import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

export interface HostRules {
  /** The address that is listened on. */
  host: string;
  port: number;
  /** Further names, with or without a port. */
  allowedHosts: readonly string[];
}

/**
 * Why a request is refused, or undefined.
 *
 * A page of another site could make its name point here (DNS rebinding), or post here without reading the answer: so
 * the Host header must be an address or a name that is known, and a request that changes something must not come from
 * a page of another origin.
 */
export function refuseForeign(request: IncomingMessage, rules: HostRules): string | undefined {
  const host = request.headers.host ?? '';
  if (!isKnownHost(host, rules))
    return `The Host header ${JSON.stringify(host)} is not a name of this service`;
  const { origin } = request.headers;
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (origin !== undefined && !reads && origin !== `http://${host}`)
    return `Requests from pages of ${origin} are refused`;
  return undefined;
}

function isKnownHost(header: string, { host, port, allowedHosts }: HostRules): boolean {
  const parts = /^(\[[0-9a-fA-F:.]+\]|[^:[\]]+)(?::(\d+))?$/.exec(header);
  if (!parts) return false;
  const name = (parts[1] ?? '').toLowerCase();
  if (allowedHosts.includes(name) || allowedHosts.includes(header.toLowerCase())) return true;
  // No port in the header means port 80.
  if (Number(parts[2] ?? 80) !== port) return false;
  const address = name.replace(/^\[|\]$/g, '');
  // An address is no name, so nobody can rebind it; but a loopback service is reached by loopback only.
  if (isIP(address) !== 0) return !isLoopback(host) || isLoopback(address);
  return name === 'localhost' || name.endsWith('.localhost') || name === host.toLowerCase();
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

import type { Authorizer } from './authorizer.js';

/** Sends an API key, checked before by `resolveAuth`, in both headers that the service reads. */
export function apiKeyAuthorizer(apiKey: string): Authorizer {
  return {
    kind: 'api-key',
    async authorize({ headers }) {
      return {
        headers: { ...headers, authorization: `Bearer ${apiKey}`, 'x-api-key': apiKey },
        secrets: [apiKey],
      };
    },
  };
}

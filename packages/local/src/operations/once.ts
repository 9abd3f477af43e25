import { createHash } from 'node:crypto';
import type { OperationName } from '../contract/operations.js';
import { ServiceFault } from '../surface/service-fault.js';
import type { OperationScope } from './scope.js';

/**
 * Makes a create operation harmless to repeat: the same `clientToken` and input give the first answer again, the same
 * token with other input is a conflict. Refusals are not remembered.
 */
export function once(
  scope: OperationScope,
  operation: OperationName,
  input: { clientToken?: string },
  create: () => object,
): object {
  const { clientToken: token, ...rest } = input;
  if (token === undefined) return create();
  const key = { surface: scope.surface, operation, token };
  const inputHash = createHash('sha256').update(canonicalJson(rest)).digest('hex');
  const known = scope.store.token(key);
  if (known) {
    if (known.inputHash === inputHash) return known.output;
    throw ServiceFault.conflict(
      `The clientToken was used for another ${operation} request: use a new one`,
      'client-token',
      token,
    );
  }
  const output = create();
  scope.store.savedToken({ ...key, inputHash, output });
  return output;
}

/** JSON in which the order of members does not matter. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

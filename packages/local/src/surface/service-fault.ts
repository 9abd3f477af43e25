import type { FieldFault } from '../contract/validate.js';

/** What went wrong, before a surface gives it its status and body. */
export type FaultDetail =
  | { kind: 'validation'; reason: 'FieldValidationFailed' | 'InvalidStatus'; fields: FieldFault[] }
  | { kind: 'guardrail' }
  | { kind: 'not-found'; resourceType: string; resourceId: string }
  | { kind: 'conflict'; resourceType: string; resourceId: string }
  | { kind: 'throttled'; retryAfterSeconds?: number }
  | { kind: 'quota' }
  | {
      kind: 'internal';
      status?: number;
      reason?: 'InvalidModelGeneration' | 'RequestTokenLimitExceeded';
      retryAfterSeconds?: number;
    }
  | { kind: 'unauthenticated'; code: AuthFaultCode }
  | { kind: 'unknown-operation' }
  | { kind: 'too-large' };

/** Names that AWS services give to requests they cannot authenticate. */
export type AuthFaultCode =
  | 'MissingAuthenticationTokenException'
  | 'IncompleteSignatureException'
  | 'InvalidSignatureException'
  | 'UnrecognizedClientException'
  | 'AccessDeniedException'
  | 'InvalidApiKey'
  | 'MissingApiKey';

/** Thrown by everything behind a surface; the surface turns it into an answer. Never leaves the service. */
export class ServiceFault extends Error {
  override readonly name = 'ServiceFault';

  constructor(
    message: string,
    readonly detail: FaultDetail,
  ) {
    super(message);
  }

  static invalid(fields: FieldFault[]): ServiceFault {
    const count = `${fields.length} validation error${fields.length === 1 ? '' : 's'}`;
    const list = fields.map((field) => `${field.name} ${field.message}`).join('; ');
    return new ServiceFault(`${count}: ${list}`, {
      kind: 'validation',
      reason: 'FieldValidationFailed',
      fields,
    });
  }

  static invalidStatus(message: string, status: string): ServiceFault {
    return new ServiceFault(message, {
      kind: 'validation',
      reason: 'InvalidStatus',
      fields: [{ name: 'status', message: `is ${status}` }],
    });
  }

  static notFound(resourceType: string, resourceId: string, hint = ''): ServiceFault {
    return new ServiceFault(`There is no ${resourceType} ${resourceId}${hint}`, {
      kind: 'not-found',
      resourceType,
      resourceId,
    });
  }

  static conflict(message: string, resourceType: string, resourceId: string): ServiceFault {
    return new ServiceFault(message, { kind: 'conflict', resourceType, resourceId });
  }

  static unauthenticated(message: string, code: AuthFaultCode): ServiceFault {
    return new ServiceFault(message, { kind: 'unauthenticated', code });
  }
}

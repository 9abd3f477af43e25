import { HandoffError } from '@nova-act/core';
import { checksumOf } from './checksum.js';
import { HANDOFF_FORMAT, type Handoff } from './handoff.js';

/**
 * Takes what a carrier brought: the value itself, or its JSON text. Its contents are shown in no
 * error, for it may hold credentials.
 * @throws HandoffError
 */
export function readHandoff(carried: unknown): Handoff {
  const value = typeof carried === 'string' ? parsed(carried) : carried;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw malformed('it is neither an object nor the JSON text of one');
  }
  const { format, checksum, ...rest } = value as Record<string, unknown>;
  if (typeof format !== 'string' || !format.startsWith('nova-act-handoff/')) {
    throw malformed('it has no `format`');
  }
  if (format !== HANDOFF_FORMAT) {
    throw new HandoffError(
      'HANDOFF_VERSION',
      `The handoff has the format ${format.slice(0, 40)}, and this version of @nova-act/workflow reads ` +
        `${HANDOFF_FORMAT}. Use one version on both sides.`,
    );
  }
  if (checksum !== checked({ format, ...rest })) {
    throw new HandoffError(
      'HANDOFF_TAMPERED',
      'The handoff was altered on its way: its checksum is that of another value. Pass it on as it is.',
    );
  }
  return value as Handoff;
}

/** @throws HandoffError for what is nested so deep that it cannot be walked. */
function checked(value: Parameters<typeof checksumOf>[0]): string {
  try {
    return checksumOf(value);
  } catch {
    throw malformed('it is nested too deeply, or holds what JSON has no word for');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // JSON's own error quotes the text.
    throw malformed('its text is not JSON');
  }
}

function malformed(why: string): HandoffError {
  return new HandoffError(
    'HANDOFF_MALFORMED',
    `This is not a handoff: ${why}. Make one with workflow.handoff() and pass it on whole.`,
  );
}

import { isRecord } from '../contract/validate.js';

/**
 * An observation as a client without DOM capture sends it. The capture is for this side: the service works from the
 * screenshot, and what a page holds out of sight is not for it to see.
 */
export function withoutCapture(text: string): string {
  if (!text.includes('"simplifiedDOM"')) return text;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
  if (!isRecord(value) || typeof value['simplifiedDOM'] !== 'string') return text;
  return JSON.stringify({ ...value, simplifiedDOM: '', idToBboxMap: {} });
}

import type { Shape } from '../contract/shape.js';
import { definitionName } from '../contract/shapes.js';
import { checkShape, type FieldFault } from '../contract/validate.js';
import type { LocalServiceOptions } from './local-service-options.js';

const duration: Shape = { type: 'integer', min: 0, max: 2 ** 31 };
const shapes: Partial<Record<keyof LocalServiceOptions, Shape>> = {
  region: { type: 'string', pattern: '[a-z0-9-]+' },
  accountId: { type: 'string', pattern: '[0-9]{12}' },
  workflowDefinitions: { type: 'list', member: definitionName },
  actTimeoutMs: duration,
  runTimeoutMs: duration,
  deletionDelayMs: duration,
  maxObservationBytes: duration,
  maxRequests: { type: 'integer', min: 1 },
};

/** Throws a TypeError that names each option that is wrong. Secrets are not repeated. */
export function checkOptions(options: LocalServiceOptions): void {
  const faults: FieldFault[] = [];
  for (const [name, shape] of Object.entries(shapes)) {
    const value: unknown = options[name as keyof LocalServiceOptions];
    if (value !== undefined) checkShape(shape, value, name, faults);
  }
  const { apiKey, model } = options;
  if (apiKey !== undefined && !/^[\x21-\x7e]+$/.test(apiKey))
    faults.push({ name: 'apiKey', message: 'must be printable ASCII without blanks' });
  if (model !== undefined && typeof model?.step !== 'function')
    faults.push({ name: 'model', message: 'must have a function step, such as rulesModel() has' });
  for (const each of [options.credentials ?? []].flat())
    if (!/^[\w]{3,128}$/.test(each.accessKeyId) || !each.secretAccessKey)
      faults.push({
        name: 'credentials',
        message: 'must each have an accessKeyId of word characters and a secretAccessKey',
      });
  if (faults.length > 0)
    throw new TypeError(
      `Local service options: ${faults.map(({ name, message }) => `${name} ${message}`).join('; ')}`,
    );
}

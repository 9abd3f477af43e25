import type { Shape } from '../contract/shape.js';
import { definitionName } from '../contract/shapes.js';
import { checkShape, type FieldFault } from '../contract/validate.js';
import { refuseUnknownUpstream } from './known-options.js';
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
  refuseUnknownUpstream(options.upstream);
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
  checkAnswering(options, faults);
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

/** One thing answers; and a replay is not recorded: it would be a copy of its cassette with what is new in it lost. */
function checkAnswering(options: LocalServiceOptions, faults: FieldFault[]): void {
  const { model, replay, upstream, record } = options;
  const answering = Object.entries({ model, replay, upstream }).filter(
    ([, value]) => value !== undefined,
  );
  if (answering.length > 1)
    faults.push({
      name: answering.map(([name]) => name).join(' and '),
      message: 'each answer the steps: give one of them',
    });
  if (replay !== undefined && record !== undefined)
    faults.push({ name: 'replay and record', message: 'exclude each other' });
  for (const [name, value] of Object.entries({ replay, record }))
    if (value !== undefined && (typeof value === 'string' ? value : value.directory) === '')
      faults.push({ name, message: 'must name a directory' });
  if (upstream !== undefined && upstream.surface !== 'aws' && upstream.surface !== 'api-key')
    faults.push({ name: 'upstream.surface', message: 'must be aws or api-key' });
}

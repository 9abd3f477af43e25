import type { LocalModel } from './local-model.js';

/** Says that it is not able to do anything. */
export const noModel: LocalModel = {
  name: 'none',
  step: () => [{ name: 'throw', input: ['This local service was started without a model.'] }],
};

import type * as Client from '../../src/console/client/api-types.js';
import type { RerunStep } from '../../src/console-api/rerun/rerun-act.js';
import type * as Service from '../../src/console-api/views.js';

type Fits<Wanted, Given extends Wanted> = Given;

/**
 * Held against one another by the type check alone: a view of the service that loses or changes
 * what the console reads no longer compiles here.
 */
export type ApiTypesAgree = [
  Fits<Client.RunRow, Service.RunRow>,
  Fits<Client.RunDetail, Service.RunDetail>,
  Fits<Client.ActRow, Service.ActRow>,
  Fits<Client.StepRow, Service.StepRow>,
  Fits<Client.StepDetail, Service.StepDetail>,
  Fits<Client.RerunStep, RerunStep>,
];

import type { Soak } from '../frame/soak.js';
import { runSchedule } from './run-schedule.js';
import { type Schedule, schedules } from './schedule.js';

/** Random schedules of faults, over workflows and sessions that use the local service in memory. */
export const statuses: Soak<Schedule> = {
  name: 'statuses',
  noun: 'schedules',
  defaultCount: 2_000,
  together: 32,
  cases: schedules,
  run: runSchedule,
};

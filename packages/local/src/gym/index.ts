export { gymApp } from './gym-app.js';
export type { GymOptions } from './gym-options.js';

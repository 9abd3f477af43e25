import { Topic } from '../diagnostics/topic.js';
import type { NovaActEvent } from './events.js';

/** The events of all sessions of the process, as their own listeners hear them. */
export const events = new Topic<NovaActEvent>('event');

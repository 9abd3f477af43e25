import type { EventListener, NovaActEvent } from '../act/events.js';
import type { Logger } from '../logger.js';
import { presenter } from './presentable.js';

/**
 * Tells a logger what happens: acts at `info`, what ended one early at `warn`, steps and calls at
 * `debug`. Prompts, typed texts and answers are not logged: they may hold what is nobody's business.
 */
export function logEvents(logger: Logger): EventListener {
  const present = presenter();
  return (event) => {
    const { atMs: _atMs, type, ...ids } = idsOf(event);
    switch (event.type) {
      case 'session.started':
        return logger.info('Session started', ids);
      case 'session.stopped':
        return logger.info('Session stopped', ids);
      case 'hook.failed': {
        const { hook, outcome, error } = event;
        const shown = { ...error, message: present(error.message) };
        return logger.warn('A stop hook was not done', { ...ids, hook, outcome, error: shown });
      }
      case 'download': {
        const { outcome, suggestedFilename, sizeBytes, error } = event;
        const fields = {
          ...ids,
          outcome,
          suggestedFilename: present(suggestedFilename),
          sizeBytes,
        };
        if (outcome !== 'failed') return logger.info('Download ended', fields);
        return logger.warn('Download ended', { ...fields, error: present(error ?? '') });
      }
      case 'act.started':
        return logger.info('Act started', ids);
      case 'act.finished': {
        const { status, metadata, error } = event;
        const { numStepsExecuted, startTimeMs, endTimeMs } = metadata;
        const fields = { ...ids, status, numStepsExecuted, durationMs: endTimeMs - startTimeMs };
        if (!error) return logger.info('Act finished', fields);
        const shownError = { ...error, message: present(error.message) };
        return logger.warn('Act finished', { ...fields, error: shownError });
      }
      case 'step.observed': {
        const { step, settled, durationMs, observation } = event;
        const url = present(observation.activeURL);
        const rest = settled && {
          ...settled,
          reason: present(settled.reason),
          ...(settled.notes ? { notes: settled.notes.map(present) } : {}),
        };
        return logger.debug('Page observed', { ...ids, step, url, settled: rest, durationMs });
      }
      case 'step.decided': {
        const { step, stepId, durationMs } = event;
        const calls = event.calls.map(({ name }) => name);
        if (event.played) return logger.debug('Played from memory', { ...ids, step, calls });
        return logger.debug('Agent answered', { ...ids, step, stepId, calls, durationMs });
      }
      case 'call.finished': {
        const { step, call, outcome, durationMs } = event;
        return logger.debug('Call finished', {
          ...ids,
          step,
          name: call.name,
          outcome,
          durationMs,
        });
      }
      default:
        return logger.debug(type, ids);
    }
  };
}

function idsOf(event: NovaActEvent) {
  const { atMs, type, workflowRunId, sessionId } = event;
  const act = 'actId' in event ? { actId: event.actId } : {};
  return { atMs, type, workflowRunId, sessionId, ...act };
}

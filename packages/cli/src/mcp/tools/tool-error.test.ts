import { ActNotFoundError, ActTimeoutError, AuthError, StartFailedError } from '@nova-act/core';
import { expect, it } from 'vitest';
import { SessionError } from '../sessions/session-error.js';
import { ERROR, toolError } from './tool-error.js';

const told = (error: unknown, session?: string) => {
  const { isError, content, structuredContent, _meta } = toolError(error, session);
  expect(structuredContent).toBeUndefined();
  const [text] = content;
  return { isError, said: _meta?.[ERROR], text: text?.type === 'text' ? text.text : undefined };
};

it('an error of the library is told by its code, with what to do and where it was', () => {
  expect(told(new ActTimeoutError('It took too long.'), 's1')).toEqual({
    isError: true,
    said: {
      code: 'ACT_TIMEOUT',
      message: 'It took too long.',
      remedy: expect.stringContaining('timeoutMs'),
      session: 's1',
    },
    text: expect.stringMatching(/^ACT_TIMEOUT: It took too long\.\n.*timeoutMs.*\nsession: s1$/),
  });
});

it('a start that failed is told by what it failed of', () => {
  const cause = new AuthError('No key.');
  expect(told(new StartFailedError('The session could not be started', { cause })).text).toMatch(
    /^AUTH_NOT_RESOLVED: No key\.\n.*NOVA_ACT_API_KEY/,
  );
});

it('what only who runs the server can mend says so', () => {
  expect(
    told(new ActNotFoundError('No such definition.', { operation: 'CreateWorkflowRun' })).text,
  ).toContain('--definition');
});

it('a session that cannot be had is told with its own remedy', () => {
  expect(told(new SessionError('SESSION_LIMIT', 'Full.', 'Close one.')).said).toEqual({
    code: 'SESSION_LIMIT',
    message: 'Full.',
    remedy: 'Close one.',
  });
});

it.each([[new Error('odd')], ['odd']])('anything else is told too: %o', (thrown) => {
  expect(told(thrown)).toMatchObject({ isError: true, text: 'INTERNAL: odd' });
});

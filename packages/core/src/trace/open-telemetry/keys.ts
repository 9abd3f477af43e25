/** The keys of open spans. */
export const runKey = (id: string) => `run ${id}`;
export const sessionKey = (id: string) => `session ${id}`;
export const actKey = (id: string) => `act ${id}`;
export const stepKey = (actId: string, step: number) => `${actKey(actId)} step ${step}`;
export const modelKey = (actId: string, step: number) => `${stepKey(actId, step)} model`;
export const callKey = (actId: string, step: number, callId: string) =>
  `${stepKey(actId, step)} call ${callId}`;

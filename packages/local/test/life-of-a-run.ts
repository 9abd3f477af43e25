import type { Send } from './clients.js';

export const clientInfo = { compatibilityVersion: 1, sdkVersion: '0.0.1' };

/** An observation as clients send it. */
export function observation(parts: Record<string, unknown> = {}): string {
  return JSON.stringify({
    activeURL: 'https://example.com/',
    userAgent: 'test',
    timestamp_ms: 1,
    browserDimensions: {
      windowWidth: 1600,
      windowHeight: 813,
      scrollWidth: 1600,
      scrollHeight: 813,
      scrollLeft: 0,
      scrollTop: 0,
    },
    screenshotBase64: 'data:image/jpeg;base64,/9j/4AAQ',
    simplifiedDOM: '',
    idToBboxMap: {},
    ...parts,
  });
}

export const firstResults = (text = observation()) => [
  { callId: 'initiateAct', content: [{ text: '{}' }] },
  { callId: 'takeObservation', content: [{ text }] },
];

/** The paths of one run, session and act. */
export interface Opened {
  run: string;
  session: string;
  act: string;
  /** With the surface's own ending. */
  step: string;
  workflowRunId: string;
  sessionId: string;
  actId: string;
}

/** Creates a run, a session and an act. */
export async function openAct(
  send: Send,
  {
    definition = 'default',
    task = 'Click it',
    stepEnd = '/invoke-step/',
    toolSpecs = [] as object[],
  } = {},
): Promise<Opened> {
  const runs = `/workflow-definitions/${definition}/workflow-runs`;
  const { workflowRunId } = await created(send, runs, { modelId: 'nova-act-latest', clientInfo });
  const run = `${runs}/${workflowRunId}`;
  const { sessionId } = await created(send, `${run}/sessions`, {});
  const session = `${run}/sessions/${sessionId}`;
  const { actId } = await created(send, `${session}/acts`, { task, toolSpecs });
  const act = `${session}/acts/${actId}`;
  return {
    run,
    session,
    act,
    step: `${act}${stepEnd}`,
    workflowRunId: String(workflowRunId),
    sessionId: String(sessionId),
    actId: String(actId),
  };
}

async function created(send: Send, path: string, body: object): Promise<Record<string, unknown>> {
  const answer = await send('PUT', path, body);
  if (answer.status !== 201) throw new Error(`PUT ${path}: ${answer.status} ${answer.text}`);
  return answer.body;
}

/** What of the service a request may name. */
export interface Ids {
  run: string;
  session: string;
  act: string;
}

/** Something that can be asked for, by its own method and with a body that fits. */
export interface Target {
  surface: 'aws' | 'api-key' | 'pages';
  method: string;
  path: (ids: Ids) => string;
  body?: object;
  /** Its answer never ends. */
  endless?: true;
}

/** The definition that strangers may do with as they like. */
export const victimDefinition = 'victim';

const clientInfo = { compatibilityVersion: 1, sdkVersion: '1.0.0' };
const looked = [
  { callId: 'initiateAct', content: [{ text: '{}' }] },
  { callId: 'takeObservation', content: [{ text: '{"activeURL": "https://example.com/"}' }] },
];

function operations(surface: 'aws' | 'api-key', name: string): Target[] {
  const base = `${surface === 'aws' ? '' : '/agent'}/workflow-definitions`;
  const runs = `${base}/${name}/workflow-runs`;
  const run = ({ run }: Ids) => `${runs}/${run}`;
  const act = (ids: Ids) => `${run(ids)}/sessions/${ids.session}/acts/${ids.act}`;
  const target = (method: string, path: Target['path'], body?: object): Target => ({
    surface,
    method,
    path,
    ...(body ? { body } : {}),
  });
  const shared = [
    target('PUT', () => runs, { modelId: 'nova-act-latest', clientInfo }),
    target('PUT', run, { status: 'FAILED' }),
    target('PUT', run, { status: 'RUNNING' }),
    target('PUT', (ids) => `${run(ids)}/sessions`, {}),
    target('PUT', (ids) => `${run(ids)}/sessions/${ids.session}/acts`, { task: 'Click it' }),
    target('PUT', act, { status: 'FAILED', error: { message: 'Because' } }),
    target('PUT', (ids) => `${act(ids)}/invoke-step${surface === 'aws' ? '/' : ''}`, {
      callResults: looked,
    }),
  ];
  if (surface === 'api-key') return shared;
  return [
    ...shared,
    target('PUT', () => base, { name }),
    target('GET', () => `${base}/${name}`),
    target('POST', () => `${base}?maxResults=1`, { sortOrder: 'Ascending' }),
    target('DELETE', () => `${base}/${name}`),
    target('GET', run),
    target('POST', () => runs, {}),
    target('DELETE', run),
    target('POST', run, {}),
    target('POST', (ids) => `${base}/${name}/acts?workflowRunId=${ids.run}`, {}),
    target('POST', () => '/models?clientCompatibilityVersion=1', {}),
  ];
}

const odd = [
  '/',
  '//',
  '*',
  '/%',
  '/%00',
  '/agent',
  '/agent/',
  '/agent//models',
  '/workflow-definitions/%E0%A4%A/workflow-runs',
  '/workflow-definitions/..%2f..%2fetc/workflow-runs',
  '/workflow-definitions/__proto__',
  `/workflow-definitions/${'x'.repeat(5_000)}`,
  `/models?${'a=%zz&'.repeat(800)}`,
  'http://elsewhere.example/models',
  'elsewhere.example:443',
  '/models#fragment',
  '/gym/%2e%2e/%2e%2e/package.json',
  '/console/..%5c..%5ckeys.json',
];

const page = (method: string, path: Target['path'], more: Partial<Target> = {}): Target => ({
  surface: 'pages',
  method,
  path,
  ...more,
});

export const targets: readonly Target[] = [
  ...operations('aws', victimDefinition),
  ...operations('api-key', 'default'),
  ...odd.map((path): Target => ({ surface: 'aws', method: 'GET', path: () => path })),
  page('GET', () => '/health'),
  page('GET', () => '/'),
  page('GET', () => '/gym'),
  page('GET', () => '/console/api/runs?text=a&limit=3&before=9'),
  page('GET', ({ run }) => `/console/api/runs/${run}`),
  page('GET', ({ act }) => `/console/api/acts/${act}/steps`),
  page('GET', ({ act, run }) => `/console/api/acts/${act}/steps/${run}/screenshot`),
  page('GET', () => '/console/api/requests'),
  page('GET', () => '/console/api/definitions'),
  page('GET', () => '/console/api/events', { endless: true }),
  page('POST', () => '/console/api/login', { body: { apiKey: 'no' } }),
  page('GET', () => '/admin/faults'),
  page('POST', () => '/admin/faults', { body: {} }),
  page('DELETE', () => '/admin/faults/none'),
];

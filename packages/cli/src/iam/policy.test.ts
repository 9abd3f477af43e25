import { expect, it } from 'vitest';
import { runLine } from '../run-cli.case.js';

const policy = (...args: string[]) => runLine('iam-policy', ...args);
const statements = async (...args: string[]) => {
  const { code, out } = await policy(...args);
  expect(code).toBe(0);
  return JSON.parse(out).Statement as { Sid: string; Action: string[]; Resource: unknown }[];
};

it('nova-act iam-policy grants what a program needs, on its definition and the runs of that', async () => {
  const [workflows, ...others] = await statements(
    ...['run', '--definition', 'shop', '--account', '123456789012', '--region', 'us-west-2'],
  );
  expect(others).toEqual([]);
  expect(workflows?.Action).toContain('nova-act:InvokeActStep');
  expect(workflows?.Action).not.toContain('nova-act:DeleteWorkflowRun');
  const arn = 'arn:aws:nova-act:us-west-2:123456789012:workflow-definition/shop';
  expect(workflows?.Resource).toEqual([arn, `${arn}/workflow-run/*`]);
});

it('is for a program unless it is told for whom, and each next one is granted more', async () => {
  expect(await policy()).toEqual(await policy('run'));
  const counts = await Promise.all(
    ['run', 'develop', 'admin'].map(async (audience) =>
      (await statements(audience)).reduce((count, { Action }) => count + Action.length, 0),
    ),
  );
  expect(counts).toEqual([10, 15, 16]);
});

it('has what traces and saved sessions in S3 need, where that is asked for', async () => {
  const granted = await statements('--traces', 'logs-of-mine', '--sessions', 'states/shop.json');
  expect(granted.slice(1)).toEqual([
    {
      Sid: 'Traces',
      Effect: 'Allow',
      Action: ['s3:PutObject', 's3:AbortMultipartUpload'],
      Resource: 'arn:aws:s3:::logs-of-mine/*',
    },
    {
      Sid: 'BrowserSessions',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: 'arn:aws:s3:::states/shop.json',
    },
  ]);
  const [, traces] = await statements('--traces', 'logs-of-mine/acts/');
  expect(traces?.Resource).toBe('arn:aws:s3:::logs-of-mine/acts/*');
});

it.each([
  ['aws.browser.v1', 'arn:aws:bedrock-agentcore:us-west-2:aws:browser/aws.browser.v1'],
  [
    'shop_browser-Ab3dEf7hIj',
    'arn:aws:bedrock-agentcore:us-west-2:123456789012:browser-custom/shop_browser-Ab3dEf7hIj',
  ],
])('has what agentCoreBrowser() calls on the browser %s', async (browser, Resource) => {
  const place = ['--account', '123456789012', '--region', 'us-west-2'];
  const [, granted] = await statements(...place, '--browser', browser);
  expect(granted).toEqual({
    Sid: 'Browser',
    Effect: 'Allow',
    Action: [
      'bedrock-agentcore:StartBrowserSession',
      'bedrock-agentcore:StopBrowserSession',
      'bedrock-agentcore:ConnectBrowserAutomationStream',
      'bedrock-agentcore:ConnectBrowserLiveViewStream',
    ],
    Resource,
  });
});

it.each([
  [['everybody'], 'run, develop or admin, not "everybody"'],
  [['--account', '123'], '--account must be twelve digits, is "123"'],
  [['--definition', 'a b'], '--definition must be'],
  [['--region', 'moon'], '--region must be'],
  [['--traces', 'NOT A BUCKET'], '--traces must be'],
  [['--sessions', 'only-a-bucket'], '--sessions must be BUCKET/KEY'],
  [['--browser', 'any one'], '--browser must be aws.browser.v1, or'],
  [['run', 'twice'], '"twice" is one word too many'],
])('nova-act iam-policy %j is refused with what is wrong', async (args, says) => {
  const { code, out, error } = await policy(...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error).toContain(says);
});

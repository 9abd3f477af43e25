import type { CDPSession } from 'playwright';
import type { Signs } from './causes.js';
import type { InPageReport } from './in-page/report.js';
import { observerSource, schedulingSource } from './in-page/source.js';
import type { LoadingLog } from './loading-log.js';
import type { RequestLog } from './request-log.js';
import type { SocketLog } from './socket-log.js';

export interface TargetLogs {
  requests: RequestLog;
  sockets: SocketLog;
  loading: LoadingLog;
  signs: Signs;
}

export interface TargetOptions {
  /** Tells apart the ids of several targets. */
  prefix: string;
  /** A random name that no page uses. */
  name: string;
  followScheduling: boolean;
  /** Whether new documents are watched for effects at once. */
  isArmed: () => boolean;
  /** Set for the page's own target. */
  mainFrameId?: string;
  onDialog?: (isOpen: boolean) => void;
  onCrash?: () => void;
}

type World = 'observer' | 'page';

/** One process's part of a page: the main frame with those beside it, or a frame from elsewhere. */
export interface Target {
  readonly isMain: boolean;
  /** Calls a method of the in-page scripts in each document; documents that are gone say nothing. */
  tell(method: 'arm' | 'rest' | 'detach'): Promise<void>;
  /** What each document says; those that went away meanwhile, or are still without script, are left out. */
  report(): Promise<{ reports: InPageReport[]; mainAnswered: boolean }>;
  /** After two frames of the main document. */
  frames(): Promise<void>;
  close(): Promise<void>;
}

/** Sets the in-page scripts and the listeners up in a target, through a CDP session of its own. */
export async function watchTarget(
  session: CDPSession,
  logs: TargetLogs,
  options: TargetOptions,
): Promise<Target> {
  const { name, mainFrameId } = options;
  const worldName = `${name}_world`;
  const contexts = new Map<number, { world: World; frameId: string }>();
  const id = (own: string) => `${options.prefix}${own}`;

  const evaluate = async (contextId: number, expression: string): Promise<unknown> => {
    try {
      const answer = await session.send('Runtime.evaluate', {
        expression,
        contextId,
        returnByValue: true,
        awaitPromise: true,
        silent: true,
      });
      return answer.exceptionDetails ? undefined : (answer.result.value as unknown);
    } catch {
      return undefined; // The document, or the whole target, is gone: the events say so too.
    }
  };

  session.on('Runtime.executionContextCreated', ({ context }) => {
    const data = context.auxData as { isDefault?: boolean; frameId?: string } | undefined;
    const isObserver = context.name === worldName;
    if (!isObserver && !(data?.isDefault && options.followScheduling)) return;
    contexts.set(context.id, {
      world: isObserver ? 'observer' : 'page',
      frameId: data?.frameId ?? '',
    });
    if (!options.isArmed()) void evaluate(context.id, `${name}.rest()`);
  });
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    contexts.delete(executionContextId);
  });
  session.on('Runtime.executionContextsCleared', () => contexts.clear());

  const { requests, sockets, loading, signs } = logs;
  session.on('Network.requestWillBeSent', (event) => requests.sent(id(event.requestId), event));
  session.on('Network.responseReceived', (event) =>
    requests.responded(id(event.requestId), event.response),
  );
  session.on('Network.dataReceived', (event) => requests.dataCame(id(event.requestId)));
  session.on('Network.loadingFinished', (event) => requests.ended(id(event.requestId)));
  session.on('Network.loadingFailed', (event) => requests.ended(id(event.requestId)));
  session.on('Network.webSocketFrameSent', (event) => sockets.sent(id(event.requestId)));
  session.on('Network.webSocketFrameReceived', (event) => sockets.received(id(event.requestId)));
  session.on('Network.webSocketClosed', (event) => sockets.closed(id(event.requestId)));

  session.on('Page.frameStartedLoading', ({ frameId }) =>
    loading.started(frameId, frameId === mainFrameId),
  );
  session.on('Page.frameStoppedLoading', ({ frameId }) => loading.stopped(frameId));
  session.on('Page.frameDetached', ({ frameId, reason }) => {
    if (reason === 'swap') {
      requests.frameMoved(frameId);
      loading.moved(frameId);
    } else loading.stopped(frameId);
  });
  session.on('Page.frameNavigated', ({ frame }) => {
    if (frame.id === mainFrameId) signs.effect();
    signs.changed();
  });
  session.on('Page.navigatedWithinDocument', ({ frameId }) => {
    if (frameId === mainFrameId) signs.effect();
  });
  session.on('Page.windowOpen', () => {
    loading.windowOpens();
    signs.effect();
  });
  session.on('Page.downloadWillBegin', ({ frameId }) => {
    loading.stopped(frameId);
    signs.effect();
  });
  session.on('Page.javascriptDialogOpening', () => {
    options.onDialog?.(true);
    signs.effect();
    signs.changed();
  });
  session.on('Page.javascriptDialogClosed', () => {
    options.onDialog?.(false);
    signs.changed();
  });
  session.on('Inspector.targetCrashed', () => options.onCrash?.());

  const scripts: string[] = [];
  const addScript = async (source: string, world?: string) => {
    const params = { source, runImmediately: true, ...(world ? { worldName: world } : {}) };
    const { identifier } = await session.send('Page.addScriptToEvaluateOnNewDocument', params);
    scripts.push(identifier);
  };
  await Promise.all([
    session.send('Page.enable'),
    session.send('Runtime.enable'),
    // Bodies are nobody's business here: none are kept for this session.
    session.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 }),
    session.send('Inspector.enable'),
    addScript(observerSource(name), worldName),
    ...(options.followScheduling ? [addScript(schedulingSource(name))] : []),
  ]);

  return {
    isMain: mainFrameId !== undefined,
    async tell(method) {
      await Promise.all([...contexts.keys()].map((it) => evaluate(it, `${name}.${method}()`)));
    },
    async report() {
      const answers = await Promise.all(
        [...contexts].map(async ([contextId, context]) => {
          const report = (await evaluate(contextId, `${name}.report()`)) as
            | InPageReport
            | undefined;
          return { ...context, report };
        }),
      );
      return {
        reports: answers.flatMap(({ report }) => report ?? []),
        mainAnswered: answers.some(
          ({ report, world, frameId }) => report && world === 'observer' && frameId === mainFrameId,
        ),
      };
    },
    async frames() {
      for (const [contextId, { world, frameId }] of contexts) {
        if (world === 'observer' && frameId === mainFrameId) {
          await evaluate(contextId, `${name}.frames()`);
        }
      }
    },
    async close() {
      await Promise.allSettled(
        scripts.map((identifier) =>
          session.send('Page.removeScriptToEvaluateOnNewDocument', { identifier }),
        ),
      );
      await session.detach();
    },
  };
}

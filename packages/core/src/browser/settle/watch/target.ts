import type { CDPSession } from 'playwright';
import type { Signs } from './causes.js';
import type { Gone, InPageReport } from './in-page/report.js';
import { observerSource, schedulingSource } from './in-page/source.js';
import type { LiveLog } from './live/live-log.js';
import type { LoadingLog } from './loading-log.js';
import { followNetwork } from './network-events.js';
import type { RequestLog } from './request-log.js';
import { unattendedImages } from './unattended-images.js';

export interface TargetLogs {
  requests: RequestLog;
  live: LiveLog;
  loading: LoadingLog;
  signs: Signs;
}

export interface TargetOptions {
  /** Tells apart the ids of several targets. */
  prefix: string;
  /** A random name that no page uses. */
  name: string;
  followScheduling: boolean;
  /** Set where documents are followed from their beginning: see `Beginnings`. */
  channel: string | undefined;
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
  report(): Promise<{
    reports: InPageReport[];
    mainAnswered: boolean;
    /** Addresses of images that nobody sees or waits for. */
    unattended: string[];
  }>;
  /** Has each document remember what can be read in it … */
  note(): Promise<void>;
  /** … and say what cannot any more. */
  gone(): Promise<Gone[]>;
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

  const { requests, live, loading, signs } = logs;
  followNetwork(session, logs, (own) => `${options.prefix}${own}`);

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
    if (frame.id === mainFrameId) {
      live.newDocument();
      signs.effect();
    }
    signs.changed();
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

  const askObservers = (method: string) =>
    Promise.all(
      [...contexts]
        .filter(([, { world }]) => world === 'observer')
        .map(([contextId]) => evaluate(contextId, `${name}.${method}()`)),
    );

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
    ...(options.followScheduling ? [addScript(schedulingSource(name, options.channel))] : []),
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
          return { ...context, contextId, report };
        }),
      );
      const loose = answers.map(({ report, contextId }) =>
        report && report.looseImages > 0
          ? unattendedImages(session, `${name}.loose()`, contextId)
          : [],
      );
      return {
        unattended: (await Promise.all(loose)).flat(),
        reports: answers.flatMap(({ report }) => report ?? []),
        mainAnswered: answers.some(
          ({ report, world, frameId }) => report && world === 'observer' && frameId === mainFrameId,
        ),
      };
    },
    async note() {
      await askObservers('note');
    },
    gone: async () => (await askObservers('gone')).filter((one) => one !== undefined) as Gone[],
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

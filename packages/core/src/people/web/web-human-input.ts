import { ValidationError } from '../../errors/index.js';
import type { HumanInput, HumanInputContext } from '../../human/human-input.js';
import { type KnownOptions, knownOptions } from '../../options/known-options.js';
import { refuseUnknown } from '../../options/refuse-unknown.js';
import { parseUrl } from '../../parse-url.js';
import type { LiveAnswer } from './live-answer.js';
import { type Frame, LivePage } from './live-page.js';
import { type Answer, Question } from './question.js';
import { QuestionServer, type Served } from './question-server.js';

/** A question that waits for a person, as `notify` is told of it. */
export interface HumanQuestion {
  /** Whether leave is asked for, or the browser handed over. */
  readonly kind: 'approve' | 'takeover';
  /** What the agent says. */
  readonly message: string;
  /** Where it can be answered: by the first browser that opens it, and once. Treat it as a secret. */
  readonly link: string;
  /** What the act was asked to do. */
  readonly prompt: string;
  /** The page as the agent saw it last: `data:image/jpeg;base64,…`. */
  readonly screenshot: string;
  /** The id of the session on the service. */
  readonly sessionId: string;
  /** The id of the act on the service. */
  readonly actId: string;
  /** The id of the run on the service. */
  readonly workflowRunId: string;
  /** Aborted when it needs no answer any more. */
  readonly signal: AbortSignal;
}

/** How a link reaches the person, and where the page is served. */
export interface WebHumanInputOptions {
  /** Brings the link to the person: a message in a chat, an e-mail, `console.log`. What it throws ends the act. */
  notify: (question: HumanQuestion) => unknown;
  /**
   * The address to listen on. Default `127.0.0.1`: this machine alone. What is served is not encrypted;
   * let others in by a proxy or tunnel that is, and name it in `publicUrl`.
   */
  host?: string | undefined;
  /** The port to listen on. Default: one that is free, a new one whenever a question comes. */
  port?: number | undefined;
  /** How links begin when the person does not reach `host` itself: `https://approvals.example.com`. */
  publicUrl?: string | undefined;
}

const OPTIONS: KnownOptions = knownOptions<WebHumanInputOptions>('webHumanInput()', {
  notify: true,
  host: true,
  port: true,
  publicUrl: true,
});

/**
 * Asks a person on a web page of its own: what the agent wants, the page as it saw it, yes and no; for a
 * takeover the live page, worked by mouse, touch and keys. It listens while a question is open, and only then.
 *
 * The link is good for one question and for the browser that opens it first; that one may reload it, or
 * open it in two tabs, of which the first answer counts. Closing the tab answers nothing: the link can be
 * opened again in that browser until `humanTimeoutMs` is over. Lists of a native `<select>`, and dialogs
 * of the browser, are not in the picture; a list is worked by the arrow keys.
 * @throws ValidationError for options that cannot be used
 */
export function webHumanInput(options: WebHumanInputOptions): Required<HumanInput> {
  refuseUnknown(options, OPTIONS);
  check(options);
  const { notify, host = '127.0.0.1', port = 0, publicUrl } = options;
  let server: QuestionServer | undefined;

  const ask = async (kind: 'approve' | 'takeover', message: string, context: HumanInputContext) => {
    const { signal, prompt, screenshot, sessionId, actId, workflowRunId } = context;
    signal.throwIfAborted();
    const question = new Question({ kind, message, prompt, screenshot });
    const served = serve(question, context);
    server ??= new QuestionServer(host, port);
    const mine = server;
    mine.add(served);
    const withdraw = () => question.withdraw();
    signal.addEventListener('abort', withdraw, { once: true });
    try {
      const listensAt = await mine.url();
      const link = `${(publicUrl ?? listensAt).replace(/\/$/, '')}/${question.token}`;
      const told = {
        kind,
        message,
        link,
        prompt,
        screenshot,
        sessionId,
        actId,
        workflowRunId,
        signal,
      };
      const outcome = await Promise.race([endOf(question), failureOf(async () => notify(told))]);
      signal.throwIfAborted();
      return outcome === 'withdrawn' ? 'cancel' : outcome;
    } finally {
      signal.removeEventListener('abort', withdraw);
      mine.remove(served);
      const isLast = mine.isIdle;
      if (isLast && server === mine) server = undefined;
      // A page that does not answer must not keep the port open.
      await Promise.all([isLast ? mine.close() : undefined, served.live?.stop()]);
    }
  };
  return {
    approve: async (message, context) =>
      (await ask('approve', message, context)) === 'yes' ? 'yes' : 'cancel',
    uiTakeover: async (message, context) =>
      (await ask('takeover', message, context)) === 'complete' ? 'complete' : 'cancel',
  };
}

const endOf = (question: Question) =>
  new Promise<Answer | 'withdrawn'>((resolve) => question.onEnd(resolve));

/** Rejects with what `work` fails with, and else never settles. */
const failureOf = (work: () => Promise<unknown>) =>
  new Promise<never>((_, reject) => work().catch(reject));

function serve(question: Question, context: HumanInputContext): Served {
  const viewers = new Set<LiveAnswer>();
  if (question.kind === 'approve') return { question, viewers, live: undefined };
  const front = () => {
    try {
      return context.page;
    } catch {
      return undefined; // The session is being stopped.
    }
  };
  const show = async (frame: Frame) => {
    await Promise.all([...viewers].map((viewer) => viewer.tell('frame', frame)));
  };
  return { question, viewers, live: front() ? new LivePage(front, show) : undefined };
}

function check({ notify, port, publicUrl }: WebHumanInputOptions): void {
  if (typeof notify !== 'function') {
    throw new ValidationError('is not a function', {
      field: 'webHumanInput().notify',
      value: notify,
      remedy: 'Pass a function that brings question.link to the person.',
    });
  }
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new ValidationError('is not a port', {
      field: 'webHumanInput().port',
      value: port,
      remedy: 'Give a whole number from 0 (one that is free) to 65,535.',
    });
  }
  if (publicUrl !== undefined && !/^https?:$/.test(parseUrl(publicUrl)?.protocol ?? '')) {
    throw new ValidationError('is not an http or https URL', {
      field: 'webHumanInput().publicUrl',
      value: publicUrl,
      remedy: 'Give the address under which a person reaches this server: https://….',
    });
  }
}

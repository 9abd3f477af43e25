import type { Logger } from '../logger.js';

/**
 * Where browsers come from that somebody else runs: a cloud of browsers, a container, a grid. It is given
 * as `browser`; each session asks it for a browser of its own, connects to that over CDP, and ends it.
 * `agentCoreBrowser()` is one, and any object of this shape fits.
 */
export interface RemoteBrowser {
  /** As errors and the log call it, such as `AgentCore Browser`. */
  readonly name: string;
  /**
   * Starts a browser for one session, within 120 s. What it throws fails the start. A browser that comes
   * after that time, or after `signal` was aborted, is ended as well: where one has been asked for and is
   * not known yet, go on and give it all the same.
   */
  open(request: RemoteBrowserRequest): Promise<RemoteBrowserSession>;
}

/** What a session says of the browser that it needs. */
export interface RemoteBrowserRequest {
  /** The size of the pages that the session works with, in CSS pixels. */
  readonly viewport: {
    /** From left to right, in CSS pixels. */
    readonly width: number;
    /** From top to bottom, in CSS pixels. */
    readonly height: number;
  };
  /** Aborted when the session does not need the browser any more. */
  readonly signal: AbortSignal;
  /** The logger of the session. */
  readonly logger: Logger;
}

/** A browser that was started for one session: all that is in it is that session's. */
export interface RemoteBrowserSession {
  /** Where it speaks the DevTools protocol: `ws://…` or `wss://…`, or `http(s)://host:port`. */
  readonly endpointUrl: string;
  /** Headers for connecting to it. Never shown in a log, an error or a trace. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * Ends it. Called once, whatever became of the session: at its stop, when it could not start, and as
   * soon as the connection is lost. What it throws is told by `stop()`.
   * @param signal is aborted when its time is up, after 10 s
   */
  end(signal: AbortSignal): Promise<unknown>;
}

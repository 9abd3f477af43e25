import type { Look } from '../act/page-view.js';
import type { Action } from '../act/program.js';
import type { CallEnd, MemorableAct, StepMemory } from '../act/step-memory.js';
import type { RestOptions } from '../browser/actuator.js';
import type { PageFacts, Recall } from '../browser/recall.js';
import type { Clock } from '../deadline/clock.js';
import { preempt } from '../deadline/pre-empt.js';
import type { ActMemoryRecord } from '../errors/act-metadata.js';
import { ActNotRememberedError, AgentRedirectError } from '../errors/index.js';
import type { Logger } from '../logger.js';
import type { JsonObject } from '../wire/json.js';
import { KnownVariables } from './known-variables.js';
import { type Loaded, loadRecording } from './load-recording.js';
import type { Memory } from './memory.js';
import { Player } from './player.js';
import { Recorder } from './recorder.js';
import type { RecordedStep } from './recording.js';
import { dayOf, speaksOfToday } from './relative-days.js';
import { Site } from './site.js';

/** What a session lends to the memory of each of its acts. */
export interface MemorySetting {
  readonly memory: Memory;
  readonly recall: Recall;
  /** The specs of the tools that the agent is offered. */
  readonly tools: unknown;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What is known of an act on the page where it begins. */
interface Opening {
  readonly url: string;
  readonly loaded: Loaded;
  readonly player?: Player | undefined;
  /** Why it is not played. */
  readonly why?: string | undefined;
}

/** What the agent does to the world; the rest is looking, thinking and ending. */
const DEEDS: ReadonlySet<Action['kind']> = new Set([
  ...(['click', 'hover', 'scroll', 'type', 'goToUrl', 'wait'] as const),
  ...(['tool', 'human'] as const),
]);

/** Remembers one act: plays what is recorded of it, and records what is done. */
export class ActMemory implements StepMemory {
  readonly #act: MemorableAct;
  readonly #setting: MemorySetting;
  readonly #variables: KnownVariables;
  readonly #site: Site;
  readonly #recorder: Recorder;
  readonly #day: string | undefined;
  /** What was found out of it while the page was waited for. */
  #opening: Promise<Opening | undefined> | undefined;
  #loaded: Loaded | undefined;
  #player: Player | undefined;
  /** What is about to be played. */
  #playing: { step: RecordedStep; facts: PageFacts; action: Action } | undefined;
  /** How the playing ended, when it has. */
  #ending: 'over' | 'answer' | 'rest' | 'broken' | undefined;
  #played = 0;
  #why: string | undefined;
  #hasReturned = false;

  constructor(act: MemorableAct, setting: MemorySetting) {
    this.#act = act;
    this.#setting = setting;
    this.#variables = new KnownVariables(act.prompt, act.variables);
    this.#site = new Site(setting.memory.baseUrl);
    this.#recorder = new Recorder(setting.recall, this.#variables, this.#site);
    const says = [act.prompt, ...Object.values(act.variables)];
    this.#day = says.some(speaksOfToday) ? dayOf(setting.clock.now()) : undefined;
  }

  get record(): ActMemoryRecord {
    return {
      played: this.#played,
      healed: this.#ending === 'broken' && this.#hasReturned && !this.#isOnly,
      ...(this.#why === undefined ? {} : { why: this.#why }),
    };
  }

  async next({ observation }: Look, signal: AbortSignal): Promise<Action | undefined> {
    const { windowWidth: width, windowHeight: height } = observation.browserDimensions;
    this.#recorder.viewport = { width, height };
    if (!this.#loaded) await this.#begins(observation.activeURL, signal);
    if (this.#isOnly && this.#ending === 'broken') throw this.#refusal();
    const player = this.#player;
    if (!player) return undefined;
    const answers = this.#act.schema !== undefined;
    const played = await this.#looking(signal, () =>
      player.next({ width, height }, answers, signal),
    );
    if (played === undefined) return this.#breaks('the page changed while it was looked at');
    if ('broken' in played) return this.#breaks(played.broken);
    if ('step' in played) {
      this.#playing = played;
      return played.action;
    }
    this.#player = undefined;
    if ('over' in played) {
      this.#ending = 'over';
      return { kind: 'return', response: undefined };
    }
    this.#ending = played.ask;
    this.#why = played.why;
    if (this.#isOnly && played.ask === 'rest') throw this.#refusal();
    return undefined;
  }

  get aimedAt(): string | undefined {
    return this.#recorder.aimedAt;
  }

  way(isDone: boolean): JsonObject | undefined {
    const { recording } = this.#loaded ?? {};
    const isAsBefore = this.#ending === 'over' || this.#ending === 'answer';
    if (isAsBefore && recording) return { ...recording } as unknown as JsonObject;
    return this.#recorder.way(this.#act.prompt, this.#day, isDone);
  }

  expects(signal: AbortSignal): RestOptions | undefined {
    // Before anything is known of it, most acts of a session with a memory are remembered.
    const mayPlay = this.#loaded ? this.#player !== undefined : this.#act.mode !== 'record';
    if (!mayPlay) return undefined;
    const player = this.#player;
    if (player?.asksNext(this.#act.schema !== undefined)) return undefined;
    return { unseen: true, arrived: () => this.#arrived(signal) };
  }

  async begin(action: Action, signal: AbortSignal): Promise<(end: CallEnd) => void> {
    if (action.kind === 'return') this.#hasReturned = true;
    const playing = this.#playing;
    this.#playing = undefined;
    if (playing?.action === action) return (end) => this.#hasPlayed(playing, end);
    if (this.#ending === 'over') return () => {};
    if (DEEDS.has(action.kind) && this.#ending === 'answer') {
      this.#breaks('the agent, asked for the answer alone, did more than is recorded');
      if (this.#isOnly) throw this.#refusal();
    }
    const finish = await this.#looking(signal, () => this.#recorder.begin(action, signal));
    if (finish) return finish;
    this.#recorder.stop('the page changed while it was looked at');
    return () => {};
  }

  async keep(signal: AbortSignal): Promise<void> {
    const { key, mayKeep, recording: before } = this.#loaded ?? {};
    const isAsBefore = this.#ending === 'over' || this.#ending === 'answer';
    if (this.#isOnly || !key || !mayKeep || isAsBefore) return;
    const recording = this.#recorder.recording(this.#act.prompt, this.#day);
    if (!recording || JSON.stringify(recording) === JSON.stringify(before)) return;
    const { memory, logger } = this.#setting;
    try {
      await preempt(memory.save(key, recording, signal), signal);
    } catch (error) {
      logger.warn('The act could not be remembered', { error, ...key });
    }
  }

  /** Whether the page is the one that comes next. */
  async #arrived(signal: AbortSignal): Promise<boolean> {
    if (this.#loaded) return this.#player?.arrived(signal) ?? false;
    this.#opening ??= this.#open(signal);
    return (await this.#opening)?.player?.arrived(signal) ?? false;
  }

  get #isOnly(): boolean {
    return this.#act.mode === 'only';
  }

  /** What is recorded of an act that begins on the page as it is; undefined where that cannot be looked at. */
  async #open(signal: AbortSignal): Promise<Opening | undefined> {
    const { recall, memory, tools } = this.#setting;
    const facts = await this.#looking(signal, () => recall.facts(signal));
    if (!facts) return undefined;
    const { url } = facts;
    const { prompt, schema, mode } = this.#act;
    const parts = { prompt, schema, tools, url, site: this.#site };
    const loaded = await loadRecording(memory, parts, mode === 'record', signal);
    if (mode === 'record') return { url, loaded };
    const { recording, unread } = loaded;
    const why = unread ?? (recording ? this.#unfit(recording) : 'nothing is recorded of it');
    return why !== undefined || !recording
      ? { url, loaded, why }
      : { url, loaded, player: new Player(recording, recall, this.#variables, this.#site) };
  }

  /** The act begins on the page of this address; it may have gone on since it was waited for. */
  async #begins(url: string, signal: AbortSignal): Promise<void> {
    const early = await this.#opening;
    const isOfThis = early && this.#site.recorded(early.url) === this.#site.recorded(url);
    const opened = isOfThis ? early : await this.#open(signal);
    this.#loaded = opened?.loaded ?? { key: undefined, mayKeep: false };
    if (!opened) {
      this.#breaks('the page could not be looked at');
      return;
    }
    const { unread, key } = opened.loaded;
    if (unread !== undefined) {
      this.#setting.logger.warn('A recording is left as it is', { why: unread, ...key });
    }
    this.#why = opened.why;
    this.#player = opened.player;
    if (this.#why !== undefined && this.#isOnly) throw this.#refusal();
  }

  #unfit({ day, variables = {} }: NonNullable<Loaded['recording']>): string | undefined {
    if (day !== this.#day) {
      return `what it says means another day now: it was recorded on ${day ?? 'no certain day'}`;
    }
    const bound = this.#variables.boundToAnother(variables);
    return bound === undefined
      ? undefined
      : `it was recorded with another {{${bound}}}, and nothing says where that counts`;
  }

  #hasPlayed({ step, facts }: { step: RecordedStep; facts: PageFacts }, end: CallEnd): void {
    if (end.outcome !== 'ok') {
      this.#breaks(`what was played did not come about`);
      return;
    }
    this.#played++;
    this.#recorder.played(step, facts);
  }

  #breaks(why: string): undefined {
    this.#player = undefined;
    this.#ending = 'broken';
    this.#why = why;
    if (this.#isOnly && this.#loaded) throw this.#refusal();
    return undefined;
  }

  #refusal(): ActNotRememberedError {
    return new ActNotRememberedError(
      `The act could not be played from memory, and may not be done otherwise (memory: 'only'): ${this.#why}`,
    );
  }

  /** What looks only; undefined where the page went away under the look. */
  async #looking<T>(signal: AbortSignal, look: () => Promise<T>): Promise<T | undefined> {
    try {
      return await look();
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (error instanceof AgentRedirectError) return undefined;
      throw error;
    }
  }
}

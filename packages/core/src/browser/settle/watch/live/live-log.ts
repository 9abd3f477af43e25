import { limits } from '../../limits.js';
import type { Cause, CauseLog, Signs } from '../causes.js';
import { Rhythms } from './rhythms.js';
import { heard, lacksAnswers, type Talk, talkEndsAtMs } from './talk.js';

export type ChannelKind = 'socket' | 'event stream' | 'held request';

interface Channel {
  readonly kind: ChannelKind;
  readonly received: Rhythms;
  readonly sent: Rhythms;
}

/** So many times in vain, and it is not waited for. */
const inVain = 2;
/** That a question is asked again before it is answered. */
const again = (key: string): string => `${key} again`;
/** What the page's own clock and ours may differ by. */
const clockMs = 1;

/**
 * Follows what comes over connections that stay open: sockets, event streams, requests that the server
 * holds. Tells ticks, which were coming before the action, from answers to what the action said; and
 * waits for a first one, for what follows on a mere acknowledgement, and while pieces keep coming.
 */
export class LiveLog implements CauseLog {
  readonly #signs: Signs;
  readonly #now: () => number;
  readonly #channels = new Map<string, Channel>();
  readonly #talks = new Map<string, Talk>();
  readonly #vain = new Map<string, number>();
  #armed = false;
  #armedAtMs = 0;
  #restedAtMs = 0;
  #isNewDocument = false;
  #isBusy = false;

  constructor(signs: Signs, now: () => number) {
    this.#signs = signs;
    this.#now = now;
  }

  arm(nowMs: number): void {
    this.#armed = true;
    this.#armedAtMs = nowMs;
    this.#isNewDocument = false;
    this.#isBusy = false;
    this.#talks.clear();
  }

  rest(): void {
    if (this.#armed) for (const talk of this.#talks.values()) this.#judge(talk);
    this.#armed = false;
    this.#restedAtMs = this.#now();
    this.#talks.clear();
  }

  /** What is known of one document says nothing of the next; what it opens is its own business. */
  newDocument(): void {
    this.#isNewDocument = true;
    this.#vain.clear();
    this.#talks.clear();
  }

  opened(id: string, kind: ChannelKind, name: string): void {
    this.#channelOf(id, kind);
    if (kind !== 'held request') this.#begin(id, `open ${name}`, kind, limits.socketReplyMs);
  }

  sent(id: string, messageKind: string): void {
    const { sent } = this.#channelOf(id, 'socket');
    if (!this.#armed) {
      sent.note(messageKind, this.#now());
      return;
    }
    if (sent.wasGoingOn(messageKind, this.#armedAtMs) || sent.wasNoisy(this.#armedAtMs)) return;
    this.#begin(id, `${id} ${messageKind}`, 'socket', limits.socketReplyMs);
  }

  received(id: string, messageKind: string, epochMs: number, by: ChannelKind = 'socket'): void {
    const nowMs = this.#now();
    const { kind, received } = this.#channelOf(id, by);
    if (!this.#armed) {
      const isNews = !received.wasGoingOn(messageKind, nowMs);
      received.note(messageKind, nowMs);
      // It came too late for the one who waited: the next time it is waited for.
      if (isNews && nowMs - this.#restedAtMs < limits.lateMessageMs) this.#vain.clear();
      return;
    }
    if (received.wasGoingOn(messageKind, this.#armedAtMs)) return;
    const talk = this.#talks.get(id);
    if (received.wasNoisy(this.#armedAtMs)) {
      if (talk) talk.overheard = { atMs: nowMs, atEpochMs: epochMs };
      return;
    }
    heard(talk ?? this.#unasked(id, kind), nowMs, epochMs);
    this.#signs.changed();
  }

  closed(id: string): void {
    const channel = this.#channels.get(id);
    this.#channels.delete(id);
    const talk = this.#talks.get(id);
    // A held request ends with each message, and begins anew.
    if (channel?.kind === 'held request') return;
    if (talk && this.#talks.delete(id)) {
      if (talk.heardAtMs === undefined) this.#judge(talk);
      this.#signs.changed();
    }
  }

  /** A request of the action was answered shortly: the rest may come by another way. */
  answered(key: string, label: string, epochMs: number): void {
    if (!this.#armed || this.#channels.size === 0 || this.#isNewDocument) return;
    if (this.#isVain(key) || this.#talks.has(key)) return;
    const talk = this.#newTalk(key, `message after ${label}`, { isAfterRequest: true, nextMs: 0 });
    heard(talk, this.#now(), epochMs);
    this.#talks.set(key, talk);
  }

  /** The page last changed then, and says that it waits for something, or not. */
  pageChanged(epochMs: number, isBusy: boolean): void {
    this.#isBusy = isBusy;
    for (const talk of this.#talks.values()) {
      const { overheard } = talk;
      if (overheard && epochMs >= overheard.atEpochMs - clockMs) {
        heard(talk, overheard.atMs, overheard.atEpochMs);
        delete talk.overheard;
      }
      if (talk.heardAtEpochMs !== undefined && epochMs >= talk.heardAtEpochMs - clockMs) {
        talk.shown = true;
      }
    }
  }

  open(nowMs: number): Cause[] {
    return [...this.#talks.values()]
      .filter((talk) => nowMs < talkEndsAtMs(talk, this.#isBusy))
      .map(({ label, startedAtMs }) => ({
        label,
        startedAtMs,
        isUnsure: true,
        keepsDocument: true,
      }));
  }

  left(nowMs: number): Cause[] {
    return [...this.#talks.values()].filter(
      ({ startedAtMs, heardAtMs = 0 }) =>
        nowMs >= startedAtMs + limits.talkMs && nowMs - heardAtMs < limits.slowestPaceMs,
    );
  }

  #begin(id: string, key: string, kind: ChannelKind, firstInNewMs: number): void {
    const before = this.#talks.get(id);
    if (!this.#armed || this.#isVain(key)) return;
    if (before && (before.heardAtMs === undefined || lacksAnswers(before))) {
      // A question that follows on another, which is still open, is part of it. The same once more may
      // have an answer of its own, unless it is known to be one for both.
      if (before.key === key && !this.#isVain(again(key))) {
        before.asked = { times: before.asked.times + 1, lastAtMs: this.#now() };
      }
      return;
    }
    if (before) this.#judge(before);
    const firstMs = this.#isNewDocument ? firstInNewMs : limits.firstMessageMs;
    this.#talks.set(id, this.#newTalk(key, `${kind} message`, { firstMs }));
    this.#signs.changed();
  }

  /** Nobody asked over this way: it may be the answer to a request that was but acknowledged. */
  #unasked(id: string, kind: ChannelKind): Talk {
    const asked = [...this.#talks].find(([, { isAfterRequest }]) => isAfterRequest);
    const talk = this.#newTalk(asked?.[1].key ?? `heard ${id}`, `${kind} message`, {
      firstMs: 0,
      ...(asked ? {} : { ackMs: limits.quietMs }),
    });
    if (asked) this.#talks.delete(asked[0]);
    this.#talks.set(id, talk);
    return talk;
  }

  #newTalk(key: string, label: string, patience: Partial<Talk>): Talk {
    const startedAtMs = this.#now();
    return {
      key,
      label,
      startedAtMs,
      firstMs: limits.firstMessageMs,
      ackMs: this.#isNewDocument ? limits.nextMessageMs : limits.ackMs,
      nextMs: limits.nextMessageMs,
      isAfterRequest: false,
      ...patience,
      longestGapMs: 0,
      shown: false,
      asked: { times: 1, lastAtMs: startedAtMs },
      heardTimes: 0,
    };
  }

  #judge(talk: Talk): void {
    this.#learn(talk.key, talk.shown);
    if (talk.shown && talk.asked.times > 1) this.#learn(again(talk.key), !lacksAnswers(talk));
  }

  #learn(key: string, isOfUse: boolean): void {
    if (isOfUse) this.#vain.delete(key);
    else this.#vain.set(key, (this.#vain.get(key) ?? 0) + 1);
  }

  #isVain(key: string): boolean {
    return (this.#vain.get(key) ?? 0) >= inVain;
  }

  #channelOf(id: string, kind: ChannelKind): Channel {
    let channel = this.#channels.get(id);
    if (!channel) {
      channel = { kind, received: new Rhythms(), sent: new Rhythms() };
      this.#channels.set(id, channel);
    }
    return channel;
  }
}

import { inPage } from '../../../frames/in-page.js';
import type { Limits } from '../../limits.js';
import type { Gone, PendingInPage } from './report.js';

/** What the parts of the isolated world share: what moved, and whether that was news. */
export interface Movements {
  readonly limits: Limits;
  readonly state: {
    armed: boolean;
    armedAt: number;
    movedAt: number;
    /** The same, with what is background by now because it goes on since the action. */
    changedAt: number;
    /** A change that a person sees has been found. */
    effect: boolean;
    readonly bornAt: number;
  };
  now(): number;
  /**
   * Notes a change of that kind at that place, and says whether it may be an effect of the action.
   * `takesAway`: nothing comes by it.
   */
  isNews(place: Node, sign: string, at: number, takesAway?: boolean): boolean;
  /** Whether that kind of change happened there again and again before the action. */
  isHabit(place: Node, sign: string): boolean;
  /** Whether the page changes it by itself. */
  isBackground(place: Node): boolean;
  /** Calls back at changes while nothing is done to the page, but for those in a rhythm. */
  onIdleChange(fn: () => void): void;
  moved(at: number): void;
  /** Remembers where something changed: whether it can be seen is looked at when it is asked for. */
  suspect(element: Element | null): void;
  inView(element: Element): boolean;
  /** Open shadow roots that were found so far. */
  readonly roots: Set<WeakRef<ShadowRoot>>;
  arm(): void;
  rest(): void;
  /** How long ago anything changed between the settle before and the mark. */
  changedLate(at: number): number[];
  /** Whether anything that changed since the mark can be seen. */
  hasEffect(): boolean;
}

/** One kind of sign of life, watched from the isolated world. */
export interface DocumentPart {
  arm?(): void;
  rest?(): void;
  /** Takes in what has happened until now. */
  catchUp?(): void;
  pending?(at: number): PendingInPage[];
  isBusy?(): boolean;
  waits?(): boolean;
  /** Remembers what can be read now … */
  note?(): void;
  /** … and says what cannot any more. */
  gone?(): Gone | undefined;
  detach?(): void;
}

/**
 * Tells changes apart by where they happen and of what kind they are (`child:LI.row` of that list,
 * `attr:style` of that element): a carousel that was turning before the action, or turns for over a
 * second, is background; new results in the same container are not.
 *
 * Runs inside the page, in a world where no page can see or replace what it uses. Self-contained: its
 * source is sent as text.
 */
export const makeMovements = inPage(function makeMovements(limits: Limits): Movements {
  interface Habit {
    idleCount: number;
    idleFirstAt: number;
    idleLastAt: number;
    from: number;
    lastAt: number;
    count: number;
  }
  const now = () => performance.now();
  const bornAt = now();
  const state = {
    armed: true,
    armedAt: bornAt,
    movedAt: bornAt,
    changedAt: 0,
    effect: false,
    bornAt,
  };
  const habits = new WeakMap<Node, Map<string, Habit>>();
  let suspects: Element[] = [];
  let strays: number[] = [];
  let idleChanged: () => void = () => {};
  let straysBefore: number[] = [];

  const habitOf = (place: Node, sign: string): Habit => {
    let ofPlace = habits.get(place);
    if (!ofPlace) {
      ofPlace = new Map();
      habits.set(place, ofPlace);
    }
    let habit = ofPlace.get(sign);
    if (!habit) {
      habit = { idleCount: 0, idleFirstAt: 0, idleLastAt: 0, from: 0, lastAt: 0, count: 0 };
      if (ofPlace.size < 40) ofPlace.set(sign, habit);
    }
    return habit;
  };
  const noteIdle = (habit: Habit, at: number, takesAway: boolean) => {
    if (at - habit.idleLastAt <= 30) return;
    if (at - habit.idleLastAt > limits.movementRhythmEndsMs) {
      habit.idleCount = 0;
      habit.idleFirstAt = at;
    }
    habit.idleCount += 1;
    habit.idleLastAt = at;
    // What comes in a rhythm is the page's own.
    if (habit.idleCount > 2) return;
    idleChanged();
    if (!takesAway && strays.length < 50) strays.push(at);
  };
  const wasGoingOn = (habit: Habit): boolean => {
    if (habit.idleCount < 2) return false;
    const gap = (habit.idleLastAt - habit.idleFirstAt) / (habit.idleCount - 1);
    return state.armedAt - habit.idleLastAt < Math.max(1_000, gap * 2.5);
  };
  const isRendered = (element: Element): boolean =>
    element.isConnected &&
    (element.getClientRects().length > 0 || getComputedStyle(element).display === 'contents');

  return {
    limits,
    state,
    now,
    roots: new Set(),
    isNews(place, sign, at, takesAway = false) {
      const habit = habitOf(place, sign);
      if (!state.armed) {
        noteIdle(habit, at, takesAway);
        return false;
      }
      if (wasGoingOn(habit)) return false;
      state.changedAt = at;
      if (at - habit.lastAt > limits.movementPauseMs || habit.from < state.armedAt) {
        habit.from = at;
        habit.count = 0;
      }
      if (at - habit.lastAt > 10) habit.count += 1;
      habit.lastAt = at;
      return habit.count < 4 || at - habit.from < limits.backgroundAfterMs;
    },
    isHabit: (place, sign) => (habits.get(place)?.get(sign)?.idleCount ?? 0) >= 2,
    onIdleChange(fn) {
      idleChanged = fn;
    },
    isBackground(place) {
      for (const habit of habits.get(place)?.values() ?? []) if (wasGoingOn(habit)) return true;
      return false;
    },
    moved(at) {
      if (at > state.movedAt) state.movedAt = at;
    },
    suspect(element) {
      if (element && !state.effect && suspects.length < 40) suspects.push(element);
    },
    inView(element) {
      const box = element.getBoundingClientRect();
      return (
        box.width > 0 &&
        box.height > 0 &&
        box.bottom > 0 &&
        box.right > 0 &&
        box.top < innerHeight &&
        box.left < innerWidth
      );
    },
    changedLate: (at) => straysBefore.map((time) => at - time),
    arm() {
      straysBefore = strays;
      strays = [];
      state.armed = true;
      state.armedAt = now();
      state.movedAt = state.armedAt;
      state.changedAt = 0;
      state.effect = false;
      suspects = [];
    },
    rest() {
      state.armed = false;
    },
    hasEffect() {
      state.effect ||= suspects.some(isRendered);
      suspects = [];
      return state.effect;
    },
  };
});

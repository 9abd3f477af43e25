import { AgentRedirectError } from '../../errors/index.js';

/** How often the agent hears of one host between two navigations of the program's. */
const MAX_TOLD = 3;

/** An action as it is named to people; what it hit is known only when it is done. */
export interface Doing {
  what: string;
}

type Note = string | (() => string);

/** What happened beside the actions of a session, and who hears of it. */
export class Told {
  #notes: Note[] = [];
  #undone: string[] = [];
  #isAgentActing = false;
  readonly #timesTold = new Map<string, number>();
  /** The action under way, or the last one there was. */
  doing: Doing | undefined;

  /** An action begins. What is refused until the next look is told to the agent, if it is the agent's. */
  begin(by: 'agent' | 'program', what: string): void {
    this.#isAgentActing = by === 'agent';
    if (by === 'program') this.#timesTold.clear();
    this.doing = { what };
  }

  /** Nobody acts: what pages try by themselves changes nothing for the agent. */
  pauseActing(): void {
    this.#isAgentActing = false;
  }

  /** A page or tab was not opened. Of one host that a page tries over and over the agent has heard enough. */
  refused(host: string, text: string): void {
    const times = this.#timesTold.get(host) ?? 0;
    const isTold = this.#isAgentActing && times < MAX_TOLD;
    if (isTold) this.#timesTold.set(host, times + 1);
    this.tell(text, isTold);
  }

  /** Takes note of what happened beside an action; the agent hears of what it left `undone`. */
  tell(text: string, undone = false): void {
    const list = undone ? this.#undone : this.#notes;
    if (!list.includes(text)) list.push(text);
  }

  /** Takes note of what can be said in full only when its action is done. */
  tellLater(note: () => string): void {
    this.#notes.push(note);
  }

  /** What happened beside the actions since this was last called, for people. */
  takeNotes(): string[] {
    const notes = this.#notes;
    this.#notes = [];
    return notes.map((note) => (typeof note === 'string' ? note : note()));
  }

  /**
   * The agent has to hear of what was answered with no: no picture shows it.
   * @throws AgentRedirectError when a dialog was, since this was last called
   */
  demandDone(): void {
    const undone = this.#undone;
    this.#undone = [];
    if (undone.length > 0) throw new AgentRedirectError(undone.join(' '));
  }
}

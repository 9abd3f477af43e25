/** One way of doing a step, as one measurement of it. */
export interface Measurement {
  durationMs: number;
  /** A JPEG as data URL; empty where none could be taken. */
  screenshotBase64: string;
  /** From the page's last visible change to the arrival of the observation, where it is known. */
  lateMs?: number;
}

/** A way of doing a step that can be measured on a page. */
export interface Way extends AsyncDisposable {
  readonly name: string;
  /** Clicks what is in the upper left corner, or types `text` into it. */
  measure(url: string, text?: string): Promise<Measurement>;
}

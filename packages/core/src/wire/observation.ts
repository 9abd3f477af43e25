/** Window and scroll geometry in CSS pixels, taken with the screenshot. */
export interface BrowserDimensions {
  windowWidth: number;
  windowHeight: number;
  scrollWidth: number;
  scrollHeight: number;
  scrollLeft: number;
  scrollTop: number;
}

/** What the agent sees: one moment of the page. Sent as the result of `takeObservation`. */
export interface Observation {
  /** The address of the page. */
  activeURL: string;
  /** What the browser calls itself. */
  userAgent: string;
  /** When it was made, in milliseconds since 1970. */
  timestamp_ms: number;
  /** The size of the page, in CSS pixels. */
  browserDimensions: BrowserDimensions;
  /** `data:image/jpeg;base64,…`: the viewport, one image pixel to one CSS pixel. */
  screenshotBase64: string;
  /** Empty unless DOM capture is on. See ARCHITECTURE.md, "The DOM capture". */
  simplifiedDOM: string;
  /** Where each element of the DOM capture stands, in CSS pixels. */
  idToBboxMap: Record<
    string,
    {
      /** The left edge, from the left of the viewport. */
      x: number;
      /** The upper edge, from the top of the viewport. */
      y: number;
      /** From left to right. */
      width: number;
      /** From top to bottom. */
      height: number;
    }
  >;
}

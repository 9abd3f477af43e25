export interface GymOptions {
  /** The day it is, for dates without a year and the earliest day of travel. Default: the real clock. */
  now?: () => Date;
}

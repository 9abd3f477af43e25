/** As the manifest has it. */
export const VERSION = '4.0.0';

export const SDK_VERSION = '4.0.0';

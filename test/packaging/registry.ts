const NO_NETWORK = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTCACHED|ENETUNREACH/;

/** Why a test that installs something is left out. */
export const OFFLINE = 'the npm registry cannot be reached from here';
export const isOffline = (error: unknown) =>
  error instanceof Error && NO_NETWORK.test(error.message);

/** AWS credentials that the local service accepts. */
export interface LocalCredentials {
  /**
   * Named in the clear in each signature. 3–128 letters, digits or `_`. Default: a random one that begins with
   * `AKIALOCAL`.
   */
  accessKeyId: string;
  /** What requests are signed with; never sent, and in no error or log. Not empty. Default: a random one. */
  secretAccessKey: string;
  /** When set, requests signed with these credentials must carry it in `x-amz-security-token`. */
  sessionToken?: string | undefined;
}

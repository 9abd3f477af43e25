/** AWS credentials that the local service accepts. */
export interface LocalCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  /** When set, requests signed with these credentials must carry it in `x-amz-security-token`. */
  sessionToken?: string | undefined;
}

import { describe, expect, it } from 'vitest';
import { withoutSecrets } from './without-secrets.js';

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

describe('withoutSecrets', () => {
  it.each([
    `{"SecretAccessKey":"${SECRET}"}`,
    `SecretAccessKey: ${SECRET}`,
    `aws_secret_access_key = ${SECRET}`,
    `the key is ${SECRET}`,
    `token: ${SECRET}`,
    `Authorization: Bearer ${SECRET}`,
    `VAULT_TOKEN='${SECRET}'`,
    `refused\t${SECRET}\n`,
  ])('strikes it out of %j', (text) => {
    const clean = withoutSecrets(text);
    expect(clean).toContain('[redacted]');
    for (const part of SECRET.split('/')) expect(clean).not.toContain(part);
  });

  it.each([
    'password: hunter2',
    'passphrase=x',
    '{"session_token": "abc"}',
    'AKIAIOSFODNN7EXAMPLE',
  ])('strikes out what is short but named, or has the form of a key: %j', (text) => {
    expect(withoutSecrets(text)).toContain('[redacted]');
  });

  it.each([
    'ExpiredToken: The security token included in the request is expired',
    'sh: 1: /usr/local/bin/aws-vault-2026/bin/helper: not found',
    'User: arn:aws:iam::111122223333:user/me is not authorized to perform: sts:AssumeRole',
    'vault: your login is over; run vault login -method=oidc',
  ])('leaves %j as it is', (text) => {
    expect(withoutSecrets(text)).toBe(text);
  });
});

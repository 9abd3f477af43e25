import type {
  AssumeRoleOptions,
  AwsCredentialProvider,
  AwsCredentials,
} from '../../service/auth/aws-credentials.js';

/** A file or folder in S3 that the browser is started with. */
export interface AgentCoreS3Location {
  /** The name of the bucket. */
  bucket: string;
  /** The key of the file, or what the keys of the folder begin with; 1–1,024 characters. */
  prefix: string;
  /** The version of the object, in a bucket that keeps versions. Default: the newest. */
  versionId?: string | undefined;
}

/** One proxy; its user name and password are in a secret of AWS Secrets Manager. */
export interface AgentCoreProxy {
  /** The one kind of proxy that there is: a server of yours. */
  externalProxy: {
    /** A host name. */
    server: string;
    /** 1–65,535. */
    port: number;
    /** Which hosts go through it, 1–100: `example.com`, `.example.com` for those below. Default: all. */
    domainPatterns?: readonly string[] | undefined;
    /** What it asks for before it lets anybody through. Default: nothing. */
    credentials?:
      | {
          /** Signs in with a user name and a password. */
          basicAuth: {
            /** The secret in Secrets Manager that has them both. */
            secretArn: string;
          };
        }
      | undefined;
  };
}

/** What of AWS's `proxyConfiguration` there is: 1–5 proxies. */
export interface AgentCoreProxyConfiguration {
  /** 1–5 of them. A host goes through the one whose `domainPatterns` name it. */
  proxies: readonly AgentCoreProxy[];
  /** Hosts that are reached directly. */
  bypass?:
    | {
        /** 1–100 hosts: `example.com`, `.example.com` for those below. */
        domainPatterns?: readonly string[] | undefined;
      }
    | undefined;
}

/** A browser extension, unpacked or zipped in S3. */
export interface AgentCoreExtension {
  /** Where it is fetched from when the browser starts. */
  location: {
    /** Its file or folder in S3. */
    s3: AgentCoreS3Location;
  };
}

/** Enterprise policies for the browser, as Chromium has them. */
export interface AgentCoreEnterprisePolicy {
  /** Where it is fetched from when the browser starts. */
  location: {
    /** Its JSON file in S3. */
    s3: AgentCoreS3Location;
  };
  /** `MANAGED`: it holds. `RECOMMENDED`: it is a default that the browser's user may change. Left out, AWS decides. */
  type?: 'MANAGED' | 'RECOMMENDED' | undefined;
}

/** A certificate of an authority that the browser is to trust. */
export interface AgentCoreCertificate {
  /** Where it is fetched from when the browser starts. */
  location: {
    /** A secret of Secrets Manager that holds it. */
    secretsManager: {
      /** The ARN of the secret. */
      secretArn: string;
    };
  };
}

/** A browser profile: cookies and storage that AgentCore keeps from session to session. */
export interface AgentCoreProfile {
  /** Its id, such as `shop-a1B2c3D4e5`: a name, a hyphen and ten letters or digits. */
  identifier: string;
  /** Saves what the session has signed in to when it ends. Default false: the profile is only read. */
  save?: boolean | undefined;
}

/** A browser session that runs in AgentCore. */
export interface AgentCoreBrowserSession {
  /** The id of the session on the service. */
  readonly sessionId: string;
  /** The browser that it is a session of. */
  readonly browserIdentifier: string;
  /** The AWS region that it runs in. */
  readonly region: string;
  /**
   * A signed link to the live view, for the live-view component of AWS's `bedrock-agentcore` (or another
   * client of NICE DCV): whoever has it sees the browser and may work it. Each call signs anew.
   * @param expiresInSeconds 1–300. Default 300.
   * @throws ValidationError, AuthError
   */
  liveViewUrl(expiresInSeconds?: number): Promise<string>;
}

/**
 * How browsers are started in Amazon Bedrock AgentCore. What is not described here is as AWS has it:
 * https://docs.aws.amazon.com/bedrock-agentcore/latest/APIReference/API_StartBrowserSession.html
 */
export interface AgentCoreBrowserOptions {
  /** Default `AWS_REGION`, `AWS_DEFAULT_REGION`, then that of the AWS profile, then `us-east-1`. */
  region?: string | undefined;
  /** The browser to start: AWS's own, or one of your account. Default `aws.browser.v1`. */
  identifier?: string | undefined;
  /** The name of the sessions, to find them by; 1–100 characters. Default `nova-act`. */
  name?: string | undefined;
  /**
   * After so many seconds AgentCore ends a session by itself, whatever goes on in it; 1–28,800. Default
   * 3,600. A session that nobody could end, because its process was killed, costs for so long.
   */
  sessionTimeoutSeconds?: number | undefined;
  /** A browser profile of AgentCore, or its id alone, which is only read then. (For one of AWS's files: `awsProfile`.) */
  profile?: string | AgentCoreProfile | undefined;
  /** Proxies that the browser goes through there. */
  proxy?: AgentCoreProxyConfiguration | undefined;
  /** Browser extensions that it starts with, 1–10. Default: none. */
  extensions?: readonly AgentCoreExtension[] | undefined;
  /** Policies of Chromium that it starts with, up to 100. Default: none. */
  enterprisePolicies?: readonly AgentCoreEnterprisePolicy[] | undefined;
  /** Certificates of authorities that it trusts besides, 1–200. Default: none. */
  certificates?: readonly AgentCoreCertificate[] | undefined;
  /**
   * Told of each session once it runs, before it is connected to; awaited. What it throws fails the start,
   * and the session is ended.
   */
  onSession?: ((session: AgentCoreBrowserSession) => void | Promise<void>) | undefined;
  /** AWS credentials, or a function that gives them. Default: as a workflow finds them. */
  credentials?: AwsCredentials | AwsCredentialProvider | undefined;
  /** A profile of the AWS configuration files. Default `AWS_PROFILE`. */
  awsProfile?: string | undefined;
  /** A role to take on with the credentials found. */
  assumeRole?: AssumeRoleOptions | undefined;
  /**
   * For a VPC endpoint, say: https, or http on this machine. Default `AWS_ENDPOINT_URL_BEDROCK_AGENTCORE`,
   * then `AWS_ENDPOINT_URL`, then what the AWS profile names, then AWS in `region`.
   */
  endpointUrl?: string | undefined;
  /**
   * Sends the requests that start and end sessions. Default: the platform's, through the proxy of
   * `HTTPS_PROXY`. (The WebSocket to the browser is Playwright's, which knows no proxy.)
   */
  fetch?: typeof globalThis.fetch | undefined;
}

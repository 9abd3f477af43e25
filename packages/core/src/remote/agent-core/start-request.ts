import type { AgentCoreBrowserOptions } from './agent-core-options.js';

const DEFAULT_NAME = 'nova-act';
const DEFAULT_TIMEOUT_S = 3_600;
/** What AgentCore takes as a size; beyond it the page's size is emulated. */
const SMALLEST = { width: 320, height: 240 };
const LARGEST = { width: 3_840, height: 2_160 };

/** The body of `StartBrowserSession`, but for its token. */
export function startRequest(
  options: AgentCoreBrowserOptions,
  { width, height }: { readonly width: number; readonly height: number },
): object {
  const { name, sessionTimeoutSeconds, profile, proxy } = options;
  const { extensions, enterprisePolicies, certificates } = options;
  const hasSize =
    width >= SMALLEST.width &&
    width <= LARGEST.width &&
    height >= SMALLEST.height &&
    height <= LARGEST.height;
  const profileIdentifier = typeof profile === 'string' ? profile : profile?.identifier;
  // What is undefined is left out when it is written.
  return {
    name: name ?? DEFAULT_NAME,
    sessionTimeoutSeconds: sessionTimeoutSeconds ?? DEFAULT_TIMEOUT_S,
    viewPort: hasSize ? { width, height } : undefined,
    profileConfiguration: profileIdentifier === undefined ? undefined : { profileIdentifier },
    proxyConfiguration: proxy,
    extensions,
    enterprisePolicies,
    certificates,
  };
}

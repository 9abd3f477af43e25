// Of OpenTelemetry's conventions for generative AI (semantic-conventions-genai, development), for HTTP
// and for the AWS SDK; where they have no name for a thing, `nova_act.…`.

/** None of the well-known values is this service. */
export const PROVIDER = 'aws.nova_act';
export const AGENT = 'nova-act';

/** A step's request: pictures and text in, a program of calls out. */
export const INFERENCE = 'generate_content';

/** Bounds of buckets in seconds, as the conventions advise for each. */
export const BUCKETS = {
  workflow: [1, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200],
  agent: [0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6, 51.2, 102.4, 204.8, 409.6],
  call: [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92],
};

/** Why a handoff cannot be made or joined. */
export type HandoffProblem =
  /** Not a handoff at all. */
  | 'HANDOFF_MALFORMED'
  /** Made by a version of the package that writes another format. */
  | 'HANDOFF_VERSION'
  /** Its parts do not belong together: damaged or altered on the way. */
  | 'HANDOFF_TAMPERED'
  /** Its run has ended already. */
  | 'HANDOFF_RUN_ENDED'
  /** The service knows no such run. */
  | 'HANDOFF_RUN_UNKNOWN'
  /** The run's end is no longer this workflow's to hand over. */
  | 'HANDOFF_NOT_OWNER';

/** Every `code` of this library's errors. Stable: codes are added, never changed. */
export type NovaActErrorCode =
  | HandoffProblem
  | 'ACT_FAILED'
  | 'ACT_STATUS_UPDATE_FAILED'
  | 'ACT_AGENT_ERROR'
  | 'ACT_AGENT_FAILED'
  | 'ACT_EXCEEDED_MAX_STEPS'
  | 'ACT_INVALID_MODEL_GENERATION'
  | 'ACT_RESPONSE_MISMATCH'
  | 'AGENT_REDIRECT'
  | 'AUTH_NOT_RESOLVED'
  | 'BROWSER_SESSION_BUSY'
  | 'ACT_EXECUTION_ERROR'
  | 'ACT_ACTUATION_FAILED'
  | 'ACT_BROWSER_CRASHED'
  | 'ACT_TIMEOUT'
  | 'ACT_CANCELED'
  | 'ACT_APPROVE_CANCELED'
  | 'ACT_UI_TAKEOVER_CANCELED'
  | 'ACT_STATE_GUARDRAIL'
  | 'ACT_TOOL_FAILED'
  | 'ACT_NOT_REMEMBERED'
  | 'NOVA_ACT'
  | 'ACT_SERVICE_ERROR'
  | 'ACT_CLIENT_ERROR'
  | 'ACT_BAD_REQUEST'
  | 'ACT_ACCESS_DENIED'
  | 'ACT_NOT_FOUND'
  | 'ACT_CONFLICT'
  | 'ACT_REQUEST_TOO_LARGE'
  | 'ACT_GUARDRAILS_TRIGGERED'
  | 'ACT_RATE_LIMIT_EXCEEDED'
  | 'ACT_REQUEST_THROTTLED'
  | 'ACT_DAILY_QUOTA_EXCEEDED'
  | 'ACT_SERVICE_QUOTA_EXCEEDED'
  | 'ACT_SERVER_ERROR'
  | 'ACT_INTERNAL_SERVER_ERROR'
  | 'ACT_SERVICE_UNAVAILABLE'
  | 'ACT_BAD_RESPONSE'
  | 'START_FAILED'
  | 'STOP_FAILED'
  | 'NOT_STARTED'
  | 'SESSION_BUSY'
  | 'STORAGE_FAILED'
  | 'TRACE_NOT_OPENED'
  | 'VALIDATION_FAILED'
  | 'WORKFLOW_CANCELED'
  | 'WORKFLOW_DEFINITION_MISMATCH'
  | 'WORKFLOW_ENDED'
  | 'NO_CURRENT_WORKFLOW'
  | 'WORKFLOW_RUN_UPDATE_FAILED'
  | 'SHUTDOWN';

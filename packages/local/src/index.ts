export { type RulesModelOptions, rulesModel } from '@nova-act/rules';
export type { LocalCredentials } from './auth/local-credentials.js';
export { CassetteError } from './cassette/file/cassette-error.js';
export { recordModel } from './cassette/record/record-model.js';
export type { RecordOptions } from './cassette/record/recorder.js';
export { type ReplayOptions, replayModel } from './cassette/replay/replay-model.js';
export type { OperationName } from './contract/operations.js';
export type { ActView, RunView, SessionView } from './engine/run-view.js';
export type { ActiveFault, Fault, FaultKind } from './faults/fault.js';
export type { Faults } from './faults/fault-plan.js';
export type {
  JsonObject,
  JsonValue,
  LocalModel,
  ModelCall,
  ModelCallResult,
  ModelObservation,
  ModelStep,
  ModelToolSpec,
} from './model/local-model.js';
export { type ScriptedCall, type ScriptedProgram, scriptedModel } from './model/scripted-model.js';
export type { LocalNovaActOptions, LocalWorkflowOptions } from './node/client-options.js';
export type { RunningLocalService } from './node/running-local-service.js';
export type { ServiceEnv } from './node/service-env.js';
export { startLocalService } from './node/start-local-service.js';
export type { StartLocalServiceOptions } from './node/start-options.js';
export { useLocalService } from './node/use-local-service.js';
export { openAiModel } from './openai/openai-model.js';
export { OpenAiModelError } from './openai/openai-model-error.js';
export type { OpenAiModelOptions } from './openai/openai-options.js';
export type { CatalogModel, ModelCatalog } from './operations/model-catalog.js';
export { createLocalService } from './service/create-local-service.js';
export type { LocalService } from './service/local-service.js';
export type { LocalServiceOptions } from './service/local-service-options.js';
export type { StatusUpdate, StepRecord } from './state/records.js';
export type { RequestRecord } from './state/request-log.js';
export type {
  ApiKeyUpstreamOptions,
  AwsUpstreamOptions,
  UpstreamOptions,
} from './upstream/upstream-options.js';

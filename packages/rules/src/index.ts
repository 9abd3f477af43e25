export type {
  JsonObject,
  JsonValue,
  ModelCall,
  ModelCallResult,
  ModelObservation,
  ModelStep,
  RulesModel,
} from './model.js';
export { type RulesModelOptions, rulesModel } from './rules-model.js';

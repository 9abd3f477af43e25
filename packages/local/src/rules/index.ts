export { type RulesModelOptions, rulesModel } from './rules-model.js';

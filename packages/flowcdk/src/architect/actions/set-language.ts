import { action, actionForm, type NodeOf } from '../action';
import { required, value } from '../forms';
import { type Value, valueNode } from '../values';

export const setLanguageForm = actionForm({ evidence: 'inferred', fields: { language: required(value('string')) } });

export type SetLanguageAction = NodeOf<'setLanguage', typeof setLanguageForm>;

/**
 * Set Language: switches the flow to another of its supported languages, such as `fr-fr`. Inferred.
 *
 * @example
 * ```ts
 * setLanguage('French', 'fr-fr')
 * ```
 * ```yaml
 * setLanguage: { name: French, language: { lit: fr-fr } }
 * ```
 */
export const setLanguage = (name: string, language: Value<string>): SetLanguageAction =>
  action(setLanguage, 'setLanguage', setLanguageForm, { name, language: valueNode(language) });

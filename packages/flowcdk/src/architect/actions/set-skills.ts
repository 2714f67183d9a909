import { action, actionForm, type NodeOf } from '../action';
import { paths, value } from '../forms';
import type { LanguageSkill, Skill } from '../types';
import { orNoValue, type Value } from '../values';
import { acdSkills, skillList } from '../acd-skills';
import { type Actions, branchOf, pathsOf } from './branches';
import { errorBindings, failureOutputs, type FailureOptions } from './failure';

export const setSkillsForm = actionForm({
  evidence: 'inferred',
  fields: { acdSkills, languageSkill: value('languageSkill'), failureOutputs, outputs: paths('success', 'failure') },
});

export type SetSkillsAction = NodeOf<'setSkills', typeof setSkillsForm>;

/** The skills and the language that an agent needs from now on. */
export interface SetSkillsOptions extends FailureOptions {
  readonly skills?: readonly Value<Skill>[] | Value<readonly Skill[]> | undefined;
  readonly languageSkill?: Value<LanguageSkill> | undefined;
  readonly onSuccess?: Actions | undefined;
}

/**
 * Set Skills: changes the skills that a waiting conversation requires. Inferred.
 *
 * @example
 * ```ts
 * setSkills('Anybody', { skills, languageSkill: frenchLanguage })
 * ```
 * ```yaml
 * setSkills:
 *   name: Anybody
 *   acdSkills: { exp: Flow.skills }
 *   languageSkill: { exp: Flow.frenchLanguage }
 *   failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } }
 * ```
 */
export function setSkills(name: string, options: SetSkillsOptions): SetSkillsAction {
  return action(setSkills, 'setSkills', setSkillsForm, {
    name,
    acdSkills: skillList(options.skills),
    languageSkill: orNoValue(options.languageSkill),
    failureOutputs: errorBindings(options.failureOutputs),
    outputs: pathsOf({ success: branchOf(options.onSuccess), failure: branchOf(options.onFailure) }),
  });
}

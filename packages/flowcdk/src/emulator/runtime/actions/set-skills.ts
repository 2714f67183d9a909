import { ReferenceValue } from '../../../architect/expressions';
import type { SetSkillsAction } from '../../../architect/actions/set-skills';
import type { Run, RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { LANGUAGE_SKILL, SKILL, SKILLS } from '../flow/types';
import { fail } from './failure';
import { way } from '../flow/jump';

/**
 * Changes the skills that a waiting call needs. Fails if the call waits in no queue (assumed). NOT_SET means no skill.
 */
export const setSkills: RunAction<'setSkills'> = (action, run) => {
  const { conversation } = onCall(run);
  const language = run.value(action.languageSkill, LANGUAGE_SKILL);
  const languageId = language instanceof ReferenceValue ? language.id : undefined;
  if (!run.runtime.acd.setSkills(conversation.id, skillIdsOf(run, action.acdSkills), languageId))
    return fail(run, action, 'not.in.queue', 'The call waits in no queue.');
  return way('success', action.outputs?.success);
};

/** The ids of skills. A flow names them one by one, or as one collection. */
export function skillIdsOf(run: Run, skills: SetSkillsAction['acdSkills']): readonly string[] {
  if (skills === undefined) return [];
  const values = isList(skills) ? skills.map((node) => run.value(node, SKILL)) : run.value(skills, SKILLS);
  return (Array.isArray(values) ? values : []).flatMap((skill) => (skill instanceof ReferenceValue ? [skill.id] : []));
}

const isList = (
  skills: NonNullable<SetSkillsAction['acdSkills']>,
): skills is Extract<typeof skills, readonly unknown[]> => Array.isArray(skills);

import { ReferenceValue } from '../../../architect/expressions';
import type { SetSkillsAction } from '../../../architect/actions/set-skills';
import type { Run, RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { LANGUAGE_SKILL, SKILL, SKILLS } from '../flow/types';
import { fail } from './failure';
import { way } from '../flow/jump';

/** Changes which agents a waiting call wants; fails where the call waits in no queue (assumed). NOT_SET is no skill. */
export const setSkills: RunAction<'setSkills'> = (action, run) => {
  const { conversation } = onCall(run);
  const language = run.value(action.languageSkill, LANGUAGE_SKILL);
  const languageId = language instanceof ReferenceValue ? language.id : undefined;
  if (!run.runtime.acd.setSkills(conversation.id, skillIdsOf(run, action.acdSkills), languageId))
    return fail(run, action, 'not.in.queue', 'The call waits in no queue.');
  return way('success', action.outputs?.success);
};

/** The ids of skills that are given one by one or as a collection. */
export function skillIdsOf(run: Run, skills: SetSkillsAction['acdSkills']): readonly string[] {
  if (skills === undefined) return [];
  const values = isList(skills) ? skills.map((node) => run.value(node, SKILL)) : run.value(skills, SKILLS);
  return (Array.isArray(values) ? values : []).flatMap((skill) => (skill instanceof ReferenceValue ? [skill.id] : []));
}

const isList = (
  skills: NonNullable<SetSkillsAction['acdSkills']>,
): skills is Extract<typeof skills, readonly unknown[]> => Array.isArray(skills);

import { either, type Form, listOf, value } from './forms';
import type { Skill } from './types';
import { type Value, type ValueNode, valueNode } from './values';

/** The skills that an agent needs: a list of single skills, or a collection. */
export const acdSkills: Form<readonly ValueNode[] | ValueNode> = either(
  listOf('acdSkill', value('skill')),
  value('skillCollection'),
  (node): node is readonly ValueNode[] => Array.isArray(node),
);

/** Skills in the form of a definition. */
export const skillList = (
  skills: readonly Value<Skill>[] | Value<readonly Skill[]> | undefined,
): readonly ValueNode[] | ValueNode | undefined => {
  if (skills === undefined) return undefined;
  return Array.isArray(skills) ? skills.map((skill) => valueNode(skill)) : valueNode(skills);
};

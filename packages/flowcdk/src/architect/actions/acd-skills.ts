import { either, type Form, listOf, value } from '../forms';
import type { Skill } from '../types';
import { type Value, type ValueNode, valueNode } from '../values';

/** The skills an agent needs: one by one, or a collection. */
export const acdSkills: Form<readonly ValueNode[] | ValueNode> = either(
  listOf('acdSkill', value('skill')),
  value('skillCollection'),
  (node): node is readonly ValueNode[] => Array.isArray(node),
);

/** Skills as a definition gives them. */
export const skillList = (
  skills: readonly Value<Skill>[] | Value<readonly Skill[]> | undefined,
): readonly ValueNode[] | ValueNode | undefined => {
  if (skills === undefined) return undefined;
  return Array.isArray(skills) ? skills.map((skill) => valueNode(skill)) : valueNode(skills);
};

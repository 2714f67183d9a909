import { defined } from '../ground/defined';
import type { Definition } from '../architect/definition';
import { definedBy, type HasOrigin, ORIGIN, sourceLine } from '../architect/origin';
import type { Finding } from '../ground/finding';
import { nameProblems } from './name-problems';
import type { Props } from './props';

/** Something an agent can do, which a flow may ask for when it hands a conversation to a queue. */
export interface SkillDefinition extends Definition, HasOrigin {
  readonly definition: 'skill';
  readonly problems?: readonly Finding[];
}

/**
 * Defines a skill. A skill has nothing but its name: with another name it is another skill, and agents lose the old one.
 *
 * @example
 * ```ts
 * const boilers = skill({ name: 'Boilers' });
 * transferToAcd('To the workshop', { targetQueue: workshop, skills: [boilers] });
 * ```
 */
export function skill(props: Props<SkillDefinition>): SkillDefinition {
  const origin = definedBy(skill);
  const problems = nameProblems('skill', props.name, sourceLine(origin));
  return Object.freeze({ definition: 'skill', ...defined(props), problems, [ORIGIN]: origin });
}

/** A language an agent speaks, which a flow may ask for when it hands a conversation to a queue. */
export interface LanguageSkillDefinition extends Definition, HasOrigin {
  readonly definition: 'languageSkill';
  readonly problems?: readonly Finding[];
}

/**
 * Defines a language skill. It has nothing but its name: with another name it is another language, and agents lose the
 * old one.
 *
 * @example
 * ```ts
 * const french = languageSkill({ name: 'French' });
 * transferToAcd('To the workshop', { targetQueue: workshop, languageSkill: french });
 * ```
 */
export function languageSkill(props: Props<LanguageSkillDefinition>): LanguageSkillDefinition {
  const origin = definedBy(languageSkill);
  const problems = nameProblems('language skill', props.name, sourceLine(origin));
  return Object.freeze({ definition: 'languageSkill', ...defined(props), problems, [ORIGIN]: origin });
}

import type { FlowTree } from '../../architect/flow-tree';
import { entry, type YamlNode } from '../../architect/yaml/node';
import type { Rule } from '../rule';
import { yamlOf } from '../yaml-of';

/** A value in a form that its key does not take: a bare text where `lit:` or `exp:` is wanted, a map instead of a list. */
export const wrongForm: Rule = {
  name: 'wrong-form',
  family: 'shape',
  severity: 'error',
  protectsFrom: 'a value in a form that Architect does not take there',
  start: (report) => ({
    problem: ({ problem, message, severity, yaml }, { file, flow, path }) => {
      if (problem !== 'wrongForm') return;
      const lower = isOverlooked(yaml, flow) ? 'warning' : severity;
      report({ message, severity: lower, file, path, yaml });
    },
  }),
};

/** Beside `noValue: true` Architect overlooks the skill of a language, whatever it is (seen in a published example). */
function isOverlooked(wrong: YamlNode, flow: FlowTree): boolean {
  for (const language of flow.supportedLanguages?.values() ?? []) {
    const yaml = yamlOf(language);
    if (language.noValue === true && yaml?.kind === 'mapping')
      return entry(yaml, 'defaultLanguageSkill')?.value === wrong;
  }
  return false;
}

import type { Rule } from '../rule';

/** The provider fills placeholders in from `substitutions`. A forgotten placeholder goes to Architect unchanged. */
export const unresolvedPlaceholder: Rule = {
  name: 'unresolved-placeholder',
  family: 'shape',
  severity: 'warning',
  protectsFrom: 'a `{{placeholder}}` that nobody fills in, and values that cannot be checked before',
  start: (report) => ({
    file: (file) => {
      const [first] = file.placeholders ?? [];
      if (!first) return;
      const keys = [...new Set(file.placeholders?.map(({ key }) => key))];
      report({
        message: `${keys.length === 1 ? 'a placeholder has' : `${keys.length} placeholders have`} no value yet: ${listed(keys)}`,
        help: 'Give each in the substitutions of the Terraform resource. What they stand in is not checked.',
        file,
        within: first,
      });
    },
  }),
};

const MOST = 30;

const listed = (keys: readonly string[]): string =>
  keys.length <= MOST ? keys.join(', ') : `${keys.slice(0, MOST).join(', ')} and ${keys.length - MOST} more`;

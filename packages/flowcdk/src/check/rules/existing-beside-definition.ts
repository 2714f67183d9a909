import { type Definition, identityOf } from '../../architect/definition';
import { definedAt, kindWords } from '../definitions/words';
import type { Rule } from '../rule';

/**
 * `existing(kind, name)` is looked up in the organisation when Terraform plans. A definition of the same application
 * does not exist yet at that time, and later another thing may have its name.
 */
export const existingBesideDefinition: Rule = {
  name: 'existing-beside-definition',
  family: 'definitions',
  severity: 'error',
  protectsFrom: 'a deployment that looks in the organisation for what it is about to make',
  start: (report) => ({
    project: ({ definitions }) => {
      const done = new Set<Definition>();
      for (const user of definitions) {
        for (const used of [user, ...(user.uses ?? [])]) {
          if (!used.existing || used.isMeantByName || done.has(used)) continue;
          done.add(used);
          if (!definitions.some((definition) => !definition.existing && isSame(definition, used))) continue;
          const what = `${kindWords(used)} ${JSON.stringify(used.name)}`;
          report({
            message: `the ${what} is said to be in the organisation already, and the application defines it`,
            help: 'Use the definition instead: Terraform looks for what exists before it makes anything.',
            path: `${kindWords(user)} ${user.name}`,
            at: definedAt(used) ?? definedAt(user),
          });
        }
      }
    },
  }),
};

/** Whether two have one kind and name. A reference without a kind of flow or category matches any. */
function isSame(definition: Definition, existing: Definition): boolean {
  const [kind, name, part] = identityOf(definition);
  const [otherKind, otherName, otherPart] = identityOf(existing);
  return (
    kind === otherKind && name.toLowerCase() === otherName.toLowerCase() && (otherPart === '' || part === otherPart)
  );
}

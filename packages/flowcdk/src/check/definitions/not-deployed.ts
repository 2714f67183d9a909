import type { Definition } from '../../architect/definition';
import { usedButNotDeployed } from '../../ground/errors';
import type { Finding } from '../../ground/finding';
import { definedAt, kindWords } from './words';
import type { StackDefinitions } from './stack-definitions';

/** Only what is deployed, or in the organisation already, can be named. */
export function notDeployed(stacks: readonly StackDefinitions[]): Finding[] {
  const deployed = new Set<Definition>(stacks.flatMap(({ definitions }) => definitions));
  return [...deployed].flatMap((user) =>
    (user.uses ?? [])
      .filter((used) => used.definition !== 'participantData' && !used.existing && !deployed.has(used))
      .map((used) =>
        usedButNotDeployed(
          `${kindWords(user)} ${user.name}`,
          kindWords(used),
          used.name,
          definedAt(used) ?? definedAt(user),
        ),
      ),
  );
}

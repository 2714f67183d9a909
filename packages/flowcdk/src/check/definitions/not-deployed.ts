import type { Definition } from '../../architect/definition';
import { existingWithoutName, usedButNotDeployed } from '../errors';
import type { Finding } from '../../ground/finding';
import { definedAt, kindWords } from './words';
import type { StackDefinitions } from './stack-definitions';

/** A definition can refer only to what is deployed with it or exists in the organisation already. */
export function notDeployed(stacks: readonly StackDefinitions[]): Finding[] {
  const deployed = new Set<Definition>(stacks.flatMap(({ definitions }) => definitions));
  const nameless = new Set([...deployed].flatMap(({ uses = [] }) => uses.filter(hasNoName)));
  return [
    ...[...nameless].map((used) => existingWithoutName(kindWords(used), definedAt(used))),
    ...[...deployed].flatMap((user) => missing(user, deployed)),
  ];
}

const hasNoName = ({ existing, name }: Definition): boolean => existing === true && name.trim() === '';

function missing(user: Definition, deployed: ReadonlySet<Definition>): Finding[] {
  return (user.uses ?? [])
    .filter((used) => used.definition !== 'participantData' && !used.existing && !deployed.has(used))
    .map((used) =>
      usedButNotDeployed(
        `${kindWords(user)} ${user.name}`,
        kindWords(used),
        used.name,
        definedAt(used) ?? definedAt(user),
      ),
    );
}

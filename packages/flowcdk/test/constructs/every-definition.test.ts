import { OrganizationStack } from '../../src/constructs';
import { kinds, type KindName } from '../../src/emulator/state/kinds';
import type { Entity } from '../../src/emulator/state/org';
import { type Deployable, localOrg } from '../../src/testing';
import { everyDefinition, seed } from './every-definition';

// The real provider deploys the same: `npm run test:provider`.

const app =
  (changed: boolean): Deployable =>
  (of) => [
    new OrganizationStack(of, 'every', {
      organization: { region: 'eu-central-1' },
      definitions: everyDefinition(changed),
    }),
  ];

test.each([
  ['as it was', false],
  ['as it is after a change', true],
])('every definition comes to an org, %s', async (_, changed) => {
  const { runtime } = await localOrg(app(changed), { has: seed });
  const definitions = everyDefinition(changed);
  const all = Object.keys(kinds).flatMap((kind) =>
    (runtime.org.all(kind as KindName) as readonly Entity[]).map(({ name }) => name),
  );

  expect(all).toEqual(
    expect.arrayContaining(definitions.filter(({ definition }) => definition !== 'didPool').map(({ name }) => name)),
  );
});

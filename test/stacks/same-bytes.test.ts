import type { Definition } from 'flowcdk';
import { OrganizationStack } from 'flowcdk/constructs';
import { shippedApplication } from '../private/shipped';
import { writtenFiles } from '../private/synthesized';

const { settings, stacks: listed } = shippedApplication();

/** The application, each list of definitions in another order. */
const written = (order: (definitions: readonly Definition[]) => readonly Definition[]) =>
  writtenFiles((app) =>
    listed.map(
      ({ name, definitions }) =>
        new OrganizationStack(app, name, { organization: settings.provider, definitions: order(definitions) }),
    ),
  );

const asListed = written((definitions) => definitions);

test('the same settings are the same bytes', () => {
  expect(written((definitions) => definitions)).toEqual(asListed);
});

test('made anew, definitions are the same bytes', () => {
  const { stacks: again } = shippedApplication();

  expect(
    writtenFiles((app) =>
      again.map(
        ({ name, definitions }) => new OrganizationStack(app, name, { organization: settings.provider, definitions }),
      ),
    ),
  ).toEqual(asListed);
});

test.each([1, 2, 3, 20261121])('in any order of the definitions they are the same bytes: seed %d', (seed) => {
  expect(written((definitions) => shuffled(definitions, seed))).toEqual(asListed);
});

test('reversed, and with everything twice, they are the same bytes', () => {
  expect(written((definitions) => [...definitions].reverse())).toEqual(asListed);
  expect(written((definitions) => [...definitions, ...definitions])).toEqual(asListed);
});

/** Fisher and Yates' shuffle with a small generator: the same seed is the same order. */
function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return items.reduce<T[]>((done, item, i) => {
    const at = random(i + 1);
    return [...done.slice(0, at), item, ...done.slice(at)];
  }, []);
}

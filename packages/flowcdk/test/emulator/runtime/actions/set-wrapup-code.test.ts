import { called, ways } from '../private/queue-routing';

test('a wrap-up code of a flow has an event of its own, without a user', () => {
  const { org, way } = called(
    `          - setWrapupCode: { name: Code, wrapupCode: { lit: { name: Resolved } }, ${ways} }`,
  );
  const code = org.org.all('wrapupCode')[0];
  const events = org.events('event.published').filter(({ topic }) => topic.endsWith('.wrapup'));
  expect(way).toEqual(['success']);
  expect(events).toMatchObject([{ event: { wrapupCode: code?.id, wrapupDurationMs: 0 } }]);
});

import { homeDivision } from '../../../../src/emulator/api/collection';
import { addFirstContent } from '../../../../src/emulator/state/first-content';
import { callFlowYaml } from '../../private/flows';
import { entitiesOf, localOrg } from '../../private/local-org';
import { earlierChanges, emptyJournal } from '../../private/journals';
import { contentsOf } from '../../private/unharmed';
import { busyOrg, events, names, ownFolder } from './private/busy-org';

const asWithin = ownFolder();

describe('a reset', () => {
  test('forgets what happened and keeps what was deployed', async () => {
    const org = await busyOrg();
    await org.put('/flowcdk/faults', { faults: [{ dataAction: 'Find', fault: 'hang' }] });
    const held = contentsOf(org.org);
    expect(await events(org)).toBeGreaterThan(0);

    expect((await org.post('/flowcdk/reset')).status).toBe(200);

    expect(await events(org)).toBe(0);
    expect((await org.get('/flowcdk/faults')).body).toEqual({ faults: [] });
    expect(contentsOf(org.org)).toEqual(held);
  });

  test('stops what was going on: it never happens', async () => {
    const org = localOrg();
    const wait = `          - playAudio:
              name: Talk
              audio:
                tts: A long text that takes its time to be said`;
    const { flow } = await org.publish(callFlowYaml('Reception', wait));
    const line = { name: 'Line', dnis: ['+442079460101'], openHoursFlow: { id: flow?.id } };
    await org.create('/api/v2/architect/ivrs', line);
    expect((await org.post('/flowcdk/calls', { from: '+33142685300', to: '+442079460101' })).status).toBe(201);

    await org.post('/flowcdk/reset');
    await org.post('/flowcdk/clock', { seconds: 3600 });

    expect(await events(org)).toBe(0);
  });

  test('of everything brings back the first content, and a seed', async () => {
    const org = await busyOrg({
      addWhatIsThereAtFirst: (): void => {
        addFirstContent(org.org);
        org.org.put('queue', { id: 'seeded', name: 'Overflow', division: { id: homeDivision(org.org).id } });
      },
    });

    await org.post('/flowcdk/reset?everything=true');

    expect(await names(org)).toEqual(['Overflow']);
    expect(entitiesOf(await org.get('/api/v2/flows'))).toEqual([]);
    expect((await org.get('/api/v2/authorization/divisions/home')).body).toMatchObject({ name: 'Home' });
  });

  test('survives a restart', async () => {
    const before = asWithin(emptyJournal);
    const org = await busyOrg({ keep: before.keep });
    await org.post('/flowcdk/reset?everything=true');
    await before.close();

    const again = localOrg({ happened: await asWithin(earlierChanges) });

    expect(contentsOf(again.org)).toEqual(contentsOf(org.org));
    expect(await names(again)).toEqual([]);
  });
});

import { flowcdk } from './private/run';

jest.setTimeout(60_000);

test('flowcdk events compare prints what each way did with the same day', async () => {
  const { code, out, err } = await flowcdk(['events', 'compare', '--calls', '30', '--seed', '4']);

  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^30 calls on a day\nsockets cut at \d\d:\d\d for 2 min, at /);
  expect(out).toMatch(/\n +trigger +listener +bus\n/);
  expect(out).toMatch(/\nrecords that came +\d+ +\d+ +30\n/);
  expect(out).toMatch(/\nrequests with one token, most in a minute +– +\d+ of 300 +–\n/);
  expect(out).toMatch(/\ntrigger: trigger, workflow, data action, integration\n/);
});

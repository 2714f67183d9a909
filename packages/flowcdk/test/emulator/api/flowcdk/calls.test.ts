import { staffed } from './private/staffed';

test('the caller can say something', async () => {
  const { org, call, happened } = await staffed();
  await org.post(`${call}/speak`, { milliseconds: 700 });

  expect(await happened()).toContain('caller.spoke');
});

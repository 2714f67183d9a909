import { join } from 'node:path';
import { run } from '../../src/cli/main';

const golden = join(__dirname, '../../../../test/flows/golden/support-line-closed.yaml');

test('what the settings silence in the application is not missed in a file', async () => {
  let out = '';
  const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  const code = await run(['check', golden]);
  stdout.mockRestore();

  expect(out).not.toContain('personal-data-attribute');
  expect(code).toBe(0);
});

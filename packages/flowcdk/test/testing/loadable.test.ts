import { localOrg } from '../../src/testing';
import { app } from '../../../../test/private/calls';

// Its newer versions need a module that jest can load from Node 24 on only. Here npm is told to install an older one;
// whoever installs the package gets the newest.
jest.mock('light-my-request', () => {
  throw new Error('jest cannot load it');
});

test('the kit applies an application without what jest may not be able to load', async () => {
  const { runtime } = await localOrg(app);

  expect(runtime.org.all('flow').map(({ name }) => name)).toContain('support-line');
});

import 'flowcdk/testing/jest';
import { localOrg } from 'flowcdk/testing';

test('a caller hears hello', async () => {
  const org = await localOrg();
  const call = org.call({ from: '+33142685300', to: '+442079460101' });
  await call.end();

  expect(call).toHaveHeard('Hello, and thank you for calling.');
});

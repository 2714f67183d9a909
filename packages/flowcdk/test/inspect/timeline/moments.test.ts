import { momentsOf } from '../../../src/inspect/timeline';
import { hangs, localOrg, malformed, type Service } from '../../../src/testing';
import { ADA, app, patientCall, shipped } from '../../../../../test/private/calls';

describe('a data action that fails tells why', () => {
  const story = async (alpha: Service): Promise<readonly string[]> => {
    const org = await shipped({ alpha });
    const call = await patientCall(org);
    await call.end();
    return momentsOf(org.events, call.conversationId).map(({ text }) => text);
  };

  test.each([
    [
      'an answer nobody can read',
      malformed(),
      /^Find customer in Alpha: failure \(400\) after 0\.0 s: The response is no JSON/,
    ],
    [
      'no answer',
      hangs(),
      /^Find customer in Alpha: failure \(504\) after .* s: The service did not answer within \d+ seconds\.$/,
    ],
  ])('%s', async (_, alpha, text) => {
    expect(await story(alpha)).toContainEqual(expect.stringMatching(text));
  });

  test('nobody there', async () => {
    const org = await localOrg(app, { services: { alfa: malformed() } });
    const call = org.call({ from: ADA, to: '+442079460101' });
    await call.end();

    expect(momentsOf(org.events, call.conversationId).map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^Find customer in Alpha: failure .*no service stands behind alpha\..*; there are alfa\.$/),
    );
  });
});

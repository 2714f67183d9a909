import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seconds } from '../../src';
import { localOrg, respondsWith } from '../../src/testing';

/** A line that looks the caller up and asks what the call is about. */
const main = `inboundCall:
  name: Main line
  startUpRef: /inboundCall/tasks/task[Greet]
  defaultLanguage: en-us
  supportedLanguages:
    en-us: { defaultLanguageSkill: { noValue: true } }
  variables:
    - stringVariable: { name: Flow.customer, initialValue: { noValue: true } }
    - integerVariable: { name: Flow.orders, initialValue: { noValue: true } }
  tasks:
    - task:
        name: Greet
        refId: Greet
        actions:
          - callData:
              name: Look the caller up
              timeout: { lit: { seconds: 10 } }
              category:
                Customers:
                  dataAction:
                    Find customer:
                      inputs: { phoneNumber: { exp: Call.Ani } }
                      successOutputs:
                        customer.name: { var: Flow.customer }
                        customer.orders: { var: Flow.orders }
          - playAudio: { name: Greet, audio: { exp: 'ToAudioTTS("Hello " + Flow.customer + ", you have " + ToString(Flow.orders) + " orders.")' } }
          - transferToAcd: { name: To support, targetQueue: { lit: { name: Support } } }
`;

const folder = mkdtempSync(join(tmpdir(), 'flows-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'main.yaml');
writeFileSync(file, main);

describe('an org with flows from files', () => {
  test('everything that the flows name stands in it', async () => {
    const org = await localOrg({ flows: [file] });

    expect(org.published.stubs).toEqual([
      { kind: 'dataAction', category: 'Customers', name: 'Find customer' },
      { kind: 'queue', name: 'Support', does: 'an agent answers' },
    ]);
  });

  test('a call hears what data actions invent, and comes to the queue', async () => {
    const org = await localOrg({ flows: [file] });
    const call = org.call({ from: '+33142685300', flow: 'Main line' });
    await call.end({ agentAnswersAfter: seconds(5) });

    expect(call.heard).toContain('Hello name, you have 1 orders.');
    expect(call.eventsOf('queue.entered')).toMatchObject([{ queue: 'Support' }]);
  });

  test('a service with the name of a data action answers it', async () => {
    const ada = respondsWith({ customer: { name: 'Ada', orders: 3 } });
    const org = await localOrg({ flows: [file], services: { 'Find customer': ada } });
    const call = org.call({ from: '+33142685300', flow: 'Main line' });
    await call.end();

    expect(call.heard).toContain('Hello Ada, you have 3 orders.');
    expect(org.service('Find customer').requests).toMatchObject([{ json: { phoneNumber: 'tel:+33142685300' } }]);
  });
});

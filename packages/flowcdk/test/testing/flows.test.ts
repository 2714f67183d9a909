import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seconds } from '../../src';
import { failurePack, FlowCoverage, localOrg, respondsWith } from '../../src/testing';
import { matchers } from '../../src/testing/matchers';

/** A line that looks the caller up and asks what the call is about. */
const main = `inboundCall:
  name: Main line
  startUpRef: /inboundCall/tasks/task[Greet]
  defaultLanguage: en-us
  supportedLanguages:
    en-us: { defaultLanguageSkill: { noValue: true } }
  variables:
    - stringVariable: { name: Flow.customer, initialValue: { lit: friend } }
    - integerVariable: { name: Flow.orders, initialValue: { lit: 0 } }
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

  test.each(failurePack({ flows: [file] }))(
    'the failure pack has $title: every call comes to the queue',
    async ({ faults }) => {
      const org = await localOrg({ flows: [file], faults });
      const call = org.call({ from: '+33142685300', flow: 'Main line' });
      await call.end();

      expect(call.eventsOf('queue.entered')).toHaveLength(1);
    },
  );

  test('coverage counts the flows of the files, not their stubs', async () => {
    const coverage = new FlowCoverage();
    const org = await localOrg({ flows: [file] });
    coverage.watch(org.runtime.org, org.runtime.log, new Set(org.published.flows.map(({ name }) => name)));
    await org.call({ from: '+33142685300', flow: 'Main line' }).end();

    expect(coverage.flows).toMatchObject([
      { flow: 'Main line', missed: expect.arrayContaining([expect.stringContaining('timeout')]) as unknown },
    ]);
  });

  test('matchers and timelines read its calls', async () => {
    const org = await localOrg({ flows: [file] });
    const call = org.call({ from: '+33142685300', flow: 'Main line' });
    await call.end();

    expect(matchers.toHaveHeard(call, 'Hello name').pass).toBe(true);
    expect(call.timeline()).toContain('Find customer: success');
  });

  test('an application and flows do not share an org', async () => {
    await expect(localOrg(() => [], { flows: [file] })).rejects.toThrow('either an application or flows');
  });

  test('a call to a flow that nobody can call says so', async () => {
    const workflow = join(folder, 'workflow.yaml');
    writeFileSync(
      workflow,
      'workflow:\n  name: W\n  startUpRef: /workflow/states/state[S]\n  defaultLanguage: en-us\n  supportedLanguages: { en-us: { none: true } }\n  settingsErrorHandling: { errorHandling: { endWorkflow: { none: true } } }\n  states: [{ state: { name: S, refId: S, actions: [{ endWorkflow: { name: E } }] } }]\n',
    );
    const org = await localOrg({ flows: [workflow] });

    expect(() => org.call({ from: '+33142685300', flow: 'W' })).toThrow('nobody can call it');
    expect(await org.launch('W')).toMatchObject({ status: 'COMPLETED' });
  });
});

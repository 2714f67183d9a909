import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localOrg, type LocalOrg, type Service, type TestCall } from '../../../src/testing';

/** A line whose one action is tried, and which says what became of it. */
export const lineWith = (action: string): string => `inboundCall:
  name: Line
  startUpRef: /inboundCall/tasks/task[Ask]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  variables:
    - stringVariable: { name: Flow.intent, initialValue: { lit: none } }
    - stringVariable: { name: Flow.order, initialValue: { lit: none } }
  settingsErrorHandling:
    errorHandling: { disconnect: { none: true } }
    preHandlingAudio: { tts: It broke. }
  tasks:
    - task:
        name: Ask
        refId: Ask
        actions:
          - ${action.trim().replaceAll('\n', '\n          ')}
          - playAudio: { name: Tell, audio: { exp: 'ToAudioTTS(Append(Flow.intent, " ", Flow.order))' } }
          - disconnect: { name: Over }
`;

/** A call to a flow of YAML, to its end. */
export async function callTo(
  yaml: string,
  services: Readonly<Record<string, Service>> = {},
): Promise<{ readonly org: LocalOrg; readonly call: TestCall }> {
  const file = join(mkdtempSync(join(tmpdir(), 'line-')), 'line.yaml');
  writeFileSync(file, yaml);
  const org = await localOrg({ flows: [file], services });
  const call = org.call({ from: '+33142685300', flow: 'Line' });
  await call.end();
  return { org, call };
}

/** What its caller hears. */
export const heardIn = async (...line: Parameters<typeof callTo>): Promise<readonly string[]> =>
  (await callTo(...line)).call.heard;

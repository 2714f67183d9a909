import { livingOrg } from '../private/living-org';

test('the task of an in-queue flow begins again for as long as the caller waits', () => {
  const org = livingOrg({ settings: { agents: { answersAfter: 10_000, talksFor: 1_000, wrapsUpIn: 1_000 } } });
  const inQueue = org.publish(`inqueueCall:
  name: waiting
  defaultLanguage: en-us
  supportedLanguages: { en-us: { defaultLanguageSkill: { noValue: true } } }
  settingsErrorHandling: { errorHandling: { disconnect: { none: true } } }
  settingsInQueueCall: { holdMusic: { lit: { name: PromptSystem.on_hold_music } } }
  startUpTaskActions:
    - playAudio: { name: Wait, audio: { exp: 'AudioPlaybackOptions(ToAudioTTS("Please hold the line."), true, true)' } }
`);
  org.put('queue', { name: 'Support', queueFlow: { id: inQueue.id } });
  org.number(
    '+33199000001',
    org.publish(`inboundCall:
  name: line
  startUpRef: /inboundCall/tasks/task[Begin]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { defaultLanguageSkill: { noValue: true } } }
  settingsErrorHandling: { errorHandling: { disconnect: { none: true } } }
  tasks:
    - task: { name: Begin, refId: Begin, actions: [{ transferToAcd: { name: Over, targetQueue: { lit: { name: Support } } } }] }
`),
  );
  org.runtime.calls.place({ from: '+33142685300', to: '+33199000001' });
  org.clock.runNow();
  const heard = org.heard().filter((text) => text === 'Please hold the line.');
  expect(heard.length).toBeGreaterThan(3);
  expect(org.events('queue.left')).toMatchObject([{ outcome: 'ANSWERED', waited: 10_000 }]);
});

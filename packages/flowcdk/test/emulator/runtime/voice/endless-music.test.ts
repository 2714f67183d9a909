import { VirtualClock } from '../../../../src/emulator/runtime/clock';
import { begin } from '../../../../src/emulator/runtime/steps';
import { endlessMusic } from '../../../../src/emulator/runtime/voice/endless-music';

test.each([
  ['the call', true, 'hangUp'],
  ['the flow', false, 'flow'],
])('music plays until %s ends it, and nothing is due meanwhile', (_, ended, cutOffBy) => {
  const clock = new VirtualClock(1_000);
  const logged: object[] = [];
  const leg = {
    language: 'fr-fr',
    ended: false,
    log: (type: string, fields: object) => logged.push({ type, ...fields }),
  };
  const names = { promptSpeech: (name: string, language: string) => ({ text: `${name} in ${language}` }) };
  const fiber = begin(endlessMusic({ clock, names } as never, leg as never, 'Prompt.song'), () => undefined);
  expect(clock.idle).toBe(true);
  clock.after(5_000, () => {
    leg.ended = ended;
    fiber.stop();
  });
  clock.runNow();
  const text = 'Prompt.song in fr-fr';
  expect(logged).toEqual([
    { type: 'audio.started', text, kind: 'music', milliseconds: 86_400_000 },
    { type: 'audio.ended', text, heard: 5_000, cutOffBy },
  ]);
});

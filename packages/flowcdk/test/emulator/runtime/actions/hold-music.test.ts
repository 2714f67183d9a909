import { callTo, pass } from '../private/calls';
import { orgWith } from '../private/playing';

describe('Hold Music', () => {
  const music = (style: string, more = ''): string =>
    `- holdMusic: { name: Wait, prompt: { lit: { name: Prompt.song } }, ${more} playStyle: { ${style} } }`;
  const withSong = () => {
    const org = orgWith(0);
    org.put('prompt', { name: 'song', resources: [{ language: 'en-us', text: 'La la', durationSeconds: 90 }] });
    return org;
  };

  test.each([
    ['the whole prompt', 'entirePrompt: true', 90],
    ['a duration', 'duration: { lit: { seconds: 20 } }', 20],
    ['a duration that is NOT_SET: a minute', 'duration: { noValue: true }', 60],
    ['no more than a quarter of an hour', 'duration: { lit: { minutes: 20 } }', 15 * 60],
  ])('%s', (_, style, seconds) => {
    const org = withSong();
    callTo(org, { actions: [music(style)] });
    org.clock.runNow();
    expect(org.events('audio.ended')).toMatchObject([{ text: 'La la', heard: seconds * 1000 }]);
    expect(org.events('audio.started')).toMatchObject([{ kind: 'music' }]);
  });

  test.each([
    [true, 3],
    [false, 20],
  ])('with barge-in %s a key after three seconds ends it after %s s', (enabled, seconds) => {
    const org = withSong();
    const call = callTo(org, {
      actions: [music('duration: { lit: { seconds: 20 } }', `bargeInEnabled: { lit: ${enabled} },`)],
    });
    pass(org, 3);
    call.press('1');
    org.clock.runNow();
    expect(org.events('audio.ended')).toMatchObject([{ heard: seconds * 1000 }]);
  });
});

import { saidBy } from '../private/said-in-queue';

describe('Play Estimated Wait Time', () => {
  const announcing = (wait: string, more: string): string =>
    `- playEstimatedWaitTime: { name: Say, estimatedWaitTime: { exp: "MakeDuration(0, 0, ${wait})" }, ${more} }`;

  test.each([
    ['0, 20', 'playbackMode: about', 'about 30 seconds'],
    ['0, 30', 'playbackMode: about', 'about 30 seconds'],
    ['1, 10', 'playbackMode: about', 'about 2 minutes'],
    ['7, 0', 'playbackMode: about', 'about 10 minutes'],
    ['61, 0', 'playbackMode: about', 'about 1 hour 5 minutes'],
    ['1, 10', 'playbackMode: exact', '1 minute 10 seconds'],
    ['1, 10', 'playbackMode: lessThan', 'less than 2 minutes'],
    ['1, 10', 'playbackMode: range', 'between 1 minute and 2 minutes'],
    ['0, 10', 'playbackMode: range', 'less than 30 seconds'],
    ['7, 0', 'playbackMode: range', 'between 5 minutes and 10 minutes'],
    ['1, 10', 'roundingInterval: { lit: { minutes: 3 } }, specificRoundingIntervals: []', 'about 3 minutes'],
    ['1, 0', 'playbackMode: about', 'about 1 minute'],
    ['2, 0', 'playbackMode: about', 'about 2 minutes'],
    ['2, 1', 'playbackMode: range', 'between 2 minutes and 5 minutes'],
    ['5, 0', 'playbackMode: range', 'between 2 minutes and 5 minutes'],
    ['10, 0', 'playbackMode: about', 'about 10 minutes'],
    ['12, 0', 'playbackMode: range', 'between 10 minutes and 15 minutes'],
    ['0, 0', 'playbackMode: exact', '0 seconds'],
    ['0, 1', 'playbackMode: exact', '1 second'],
    ['60, 0', 'playbackMode: exact', '1 hour'],
    ['122, 2', 'playbackMode: exact', '2 hours 2 minutes 2 seconds'],
    ['0, 0', 'specificRoundingIntervals: []', 'about 5 minutes'],
    ['4, 0', 'roundingInterval: { lit: { minutes: 3 } }, specificRoundingIntervals: []', 'about 6 minutes'],
    ['6, 0', 'roundingInterval: { lit: { minutes: 0 } }', 'about 10 minutes'],
    [
      '0, 40',
      'playbackMode: range, specificRoundingIntervals: [{ lit: { seconds: 45 } }, { lit: { seconds: 20 } }]',
      'between 20 seconds and 45 seconds',
    ],
    ['0, 40', 'specificRoundingIntervals: [{ lit: { seconds: 45 } }]', 'about 45 seconds'],
  ])('a wait of %s (minutes, seconds), %s: %s', (wait, more, words) => {
    expect(saidBy(announcing(wait, more))).toEqual([`Your estimated wait time is ${words}.`]);
  });

  test('NOT_SET says nothing', () => {
    expect(saidBy('- playEstimatedWaitTime: { name: Say, estimatedWaitTime: { noValue: true } }')).toEqual([]);
  });

  test('audio of its own is played instead', () => {
    expect(saidBy('- playEstimatedWaitTime: { name: Say, estimatedWaitTimeAudio: { tts: Not long } }')).toEqual([
      'Not long',
    ]);
  });
});

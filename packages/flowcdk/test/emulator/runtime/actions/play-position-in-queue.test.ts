import { saidBy } from '../private/said-in-queue';

describe('Play Position in Queue', () => {
  test.each([
    ['number', 3, 'You are number 3 in the queue.'],
    ['ordinal', 3, 'You are 3rd in the queue.'],
    ['ordinal', 11, 'You are 11th in the queue.'],
    ['ahead', 1, 'There are 0 callers ahead of you.'],
    ['ahead', 2, 'There is 1 caller ahead of you.'],
  ])('as %s, %s: %s', (mode, position, words) => {
    const action = `- playPositionInQueue: { name: Say, positionInQueue: { lit: ${position} }, playbackMode: ${mode} }`;
    expect(saidBy(action)).toEqual([words]);
  });
});

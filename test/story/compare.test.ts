import { outcomes } from '../../src/story/callers';
import { type ComparedOption, compareOptions } from '../../src/story/compare';
import { shippedApplication } from '../private/shipped';

// Nobody but Gamma knows anybody: the longest way for everybody, the same each time.
const services = {
  services: {
    alpha: { kind: 'database', latency: 1 },
    beta: { kind: 'database', latency: 2 },
    gamma: { kind: 'database', knows: 1, latency: 3 },
    login: { kind: 'database', latency: 0 },
  },
} as const;

let options: readonly ComparedOption[];
beforeAll(async () => {
  options = await compareOptions(shippedApplication(), { callers: 20, services });
}, 30_000);

const of = (option: number): ComparedOption => {
  const match = options.find((candidate) => candidate.option === option);
  if (!match) throw new Error(`there is no option ${option}`);
  return match;
};

test.each([
  [1, 'the sum of the databases', 6_000],
  [3, 'the database that knows them, for all are asked at once', 3_000],
  [4, 'only the launch', 250],
])('in option %i callers wait for %s', (option, _, milliseconds) => {
  expect(of(option).measured.wait.p50).toBe(milliseconds);
});

test('in option 2 a function that has to be started first lets some wait longer', () => {
  const { wait } = of(2).measured;

  expect(wait.p50).toBeLessThan(wait.p99);
});

test('the processing prompt covers three seconds of a wait, after the first', () => {
  const { wait, silence } = of(3).measured;

  expect(wait.p50 - silence.p50).toBe(2_000);
});

test('every option identifies the callers the databases know', () => {
  expect(options.map(({ measured }) => measured.outcomes[outcomes.known])).toEqual([1, 1, 1, 1]);
});

test.each([
  [1, 3, 0],
  [2, 1, 0],
  [3, 1, 0],
  [4, 4, 1],
])('option %i takes %i data actions a call, %i of them to the API of the platform', (option, dataActions, apiCalls) => {
  const { measured } = of(option);

  expect([measured.dataActions, measured.apiCalls]).toEqual([dataActions * 20, apiCalls * 20]);
});

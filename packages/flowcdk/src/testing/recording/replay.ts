import { milliseconds } from '../../architect/types';
import { KitProblem } from '../kit-problem';
import type { EndOptions } from '../rest-of-conversation';
import type { TestCall } from '../test-call';
import type { Scenario, ScenarioStep } from './scenario';

/** What the agent does, as `call.end` takes it. */
export const endOf = ({ agent }: Scenario): EndOptions | undefined =>
  agent && {
    agentAnswersAfter: milliseconds(agent.answersAfter),
    talksFor: milliseconds(agent.talksFor),
    wrapsUpIn: milliseconds(agent.wrapsUpIn),
  };

/** Repeats a scenario with a fresh call, as the test will. Gives whether the caller hears the same. */
export async function repeats(scenario: Scenario, call: TestCall): Promise<boolean> {
  try {
    for (const step of scenario.steps) await take(step, call);
    await call.end(endOf(scenario));
  } catch (problem) {
    if (problem instanceof KitProblem) return false;
    throw problem;
  }
  return JSON.stringify(call.heard) === JSON.stringify(scenario.heard);
}

function take(step: ScenarioStep, call: TestCall): Promise<void> | void {
  switch (step.does) {
    case 'hears':
      return call.untilHears(step.text);
    case 'beginsToHear':
      return call.untilBeginsToHear(step.text);
    case 'waits':
      return call.waits(milliseconds(step.milliseconds));
    case 'presses':
      return call.presses(step.keys);
    case 'hangsUp':
      return call.hangsUp();
  }
}

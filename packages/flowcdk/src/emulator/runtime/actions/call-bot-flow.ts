import type { ActionNode } from '../../../architect/actions';
import type { Json } from '../../state/json';
import type { Outcome } from '../flow/jump';
import type { RunAction, Run } from '../action-context';
import { FlowProblem } from '../flow/flow-problem';
import { fromJson } from '../flow/from-json';
import { shown } from '../flow/shown';
import { ANY, STRING } from '../flow/types';
import type { Steps } from '../steps';
import { failsUnplayed } from './not-emulated';
import { askStandIn } from './stand-in';

type BotCall = ActionNode<'callBotFlow'> | ActionNode<'callDigitalBotFlow'>;

/**
 * Lets the stand-in of a bot play the bot, and sets the variables for its slots, its last intent and its exit reason.
 * Without one the flow breaks, as it does where the bot fails: the action has no failure path.
 */
function* runBot(action: BotCall, called: Called, run: Run): Steps<Outcome> {
  const name = called?.name ?? '';
  const { inputs = new Map(), outputs = new Map() } = called?.content.content ?? {};
  const values: Record<string, Json> = {};
  for (const [input, node] of inputs) values[input] = shown(run.value(node, ANY));
  const inputText = run.text(action.inputText, STRING) ?? null;
  const result = yield* askStandIn(run, `bot ${name}`, { bot: name, inputText, inputs: values });
  if (!result) return failsUnplayed(action, run, `bot ${name}`);
  if ('problem' in result) throw new FlowProblem(`the bot ${name} failed: ${result.problem}`);
  run.bind(action.intent, result.intent ?? null);
  run.bind(action.exitReason, result.exitReason ?? null);
  for (const [output, node] of outputs) {
    if (node.kind !== 'variable') continue;
    run.bind(node, fromJson(result.outputs[output], run.typeOf(node.name) ?? ANY, run.runtime.names));
  }
  return undefined;
}

type Called = ActionNode<'callBotFlow'>['botFlow'] | undefined;

export const callBotFlow: RunAction<'callBotFlow'> = (action, run) => runBot(action, action.botFlow, run);

export const callDigitalBotFlow: RunAction<'callDigitalBotFlow'> = (action, run) =>
  runBot(action, action.digitalBotFlow, run);

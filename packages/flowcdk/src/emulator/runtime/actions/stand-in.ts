import { fieldsOf, type Json, type JsonObject, jsonIn, textOf } from '../../state/json';
import type { Run } from '../action-context';
import { type Steps, waitFor } from '../steps';

/** What a stand-in gave to an action. */
export type StandInResult =
  | {
      readonly intent?: string | undefined;
      readonly exitReason?: string | undefined;
      readonly path?: string | undefined;
      readonly outputs: JsonObject;
    }
  /** Why there is no result. */
  | { readonly problem: string };

/**
 * Asks the stand-in of a bot, or of an action that the local org does not do. Undefined where nothing plays it.
 *
 * @param name as services name it: `bot Orders`
 */
export function* askStandIn(
  run: Run,
  name: string,
  body: Readonly<Record<string, Json>>,
): Steps<StandInResult | undefined> {
  const send = run.runtime.standIns?.(name);
  if (!send) return undefined;
  const url = `standin:${encodeURIComponent(name)}`;
  const outcome = yield* waitFor(send({ method: 'POST', url, headers: {}, body: JSON.stringify(body) }));
  if ('problem' in outcome && outcome.problem === 'noService') return undefined;
  if (!('response' in outcome)) return { problem: outcome.message };
  const { status, body: text } = outcome.response;
  if (status < 200 || status > 299) return { problem: `its stand-in answered with status ${status}` };
  const answer = fieldsOf(jsonIn(text));
  return {
    intent: textOf(answer['intent']),
    exitReason: textOf(answer['exitReason']),
    path: textOf(answer['path']),
    outputs: fieldsOf(answer['outputs']),
  };
}

import {
  type Actions,
  and,
  asString,
  concat,
  decision,
  equals,
  exp,
  hasText,
  ifElse,
  isSet,
  loop,
  loopExit,
  seconds,
  set,
  type Readable,
  updateData,
  type Variable,
  wait,
} from 'flowcdk';
import type { Flow } from './variables';

const TRIES = 3;

/**
 * Tries again where Genesys Cloud had too many requests and did nothing (429). Every other failure may have had its
 * effect, and nobody is to get two messages or two calls. `call` gets what to do when it went well, failed, or took too
 * long.
 */
export const tries = (
  flow: Flow,
  name: string,
  result: Variable<string>,
  call: (after: {
    readonly wellWith: (text: string | Readable<string>) => Actions;
    readonly onFailure: Actions;
    readonly onTimeout: Actions;
  }) => Actions,
) =>
  loop(`${name}: try`, { times: TRIES, index: flow.turn }, [
    ...[
      call({
        wellWith: (text) => [updateData(`${name}: done`, [set(result, text)]), loopExit(`${name}: no further try`)],
        onFailure: [
          updateData(`${name}: failed`, [set(result, failureText(flow))]),
          decision(`${name}: too many requests?`, and(isSet(flow.status), equals(flow.status, 429)), {
            yes: [wait(`${name}: until there are fewer`, seconds(30))],
            no: [updateData(`${name}: has failed`, [set(flow.failed, true)]), loopExit(`${name}: failed for good`)],
          }),
        ],
        onTimeout: [
          updateData(`${name}: not confirmed`, [set(result, 'NOT CONFIRMED'), set(flow.failed, true)]),
          loopExit(`${name}: nobody knows`),
        ],
      }),
    ],
    decision(`${name}: was that the last try?`, equals(flow.turn, TRIES - 1), {
      yes: [updateData(`${name}: given up`, [set(flow.failed, true)])],
    }),
  ]);

/** `FAILED 400 message.rejected` */
const failureText = ({ status, errorCode }: Flow) =>
  concat(
    'FAILED ',
    ifElse(isSet(status), asString(status), 'WITHOUT A STATUS'),
    ifElse(hasText(errorCode), exp<string>`" " + ${errorCode}`, ''),
  );

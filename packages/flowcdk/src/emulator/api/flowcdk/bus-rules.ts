import type { EventPattern } from '../../../event-bridge';
import type { BusRule, DeadLetter } from '../../runtime/bus/rule';
import type { BusTarget } from '../../runtime/bus/target';
import type { JsonObject } from '../../state/json';
import { anyObject, object, required, text, type ValueOf, whole, yesNo } from '../../state/shape';
import type { Call } from '../call';
import { page } from '../paging';
import { ApiProblem, notThere, wrongBody } from '../refusals';
import type { Route } from '../route';
import { refusing, busPath, checkRules } from './bus';
import { ownRoute } from './own-route';

const path = `${busPath}/rules`;
/** Rules of a bus (the quota of EventBridge). */
const MOST_RULES = 300;

const basic = object({ userName: required(text(256, 1)), password: required(text(256, 1)) }, 'refused');
const target = object({ url: text(2_000, 1), basic, file: text(128, 1) }, 'refused');
const ruleBody = {
  bus: text(64, 1),
  pattern: anyObject,
  target: required(target),
  retry: object({ maximumEventAgeInSeconds: whole(60, 86_400), maximumRetryAttempts: whole(0, 185) }, 'refused'),
  deadLetters: yesNo,
  deadLettersKeptFor: whole(60, 1_209_600),
};
const redriveBody = { rule: text(64, 1) };

/** The target that a body names. @throws ApiProblem 400 for one that the org may not use */
function targetIn(call: Call, { url, basic: signIn, file }: ValueOf<typeof target>): BusTarget {
  const refuse = (message: string): ApiProblem => wrongBody([{ field: 'target', message: `target${message}` }]);
  if ((url === undefined) === (file === undefined)) throw refuse(': expected either url or file');
  if (url !== undefined) {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
      throw refuse(`.url: expected an address with http or https, not '${url}'`);
    return { url, basic: signIn };
  }
  if (signIn !== undefined) throw refuse('.basic: a file wants no credentials');
  const folder = call.runtime.busFolder;
  if (folder === undefined)
    throw refuse('.file: this org writes no files. Start it with a folder for them: flowcdk org --bus-files FOLDER');
  if (file === undefined || !/^[\w-][\w.-]*$/.test(file))
    throw refuse(`.file: expected the name of a file without a folder, not '${file}'`);
  return { file: `${folder}/${file}` };
}

function putRule(call: Call): JsonObject {
  const { bus } = call.runtime;
  const name = call.param('name');
  const { target: sent, deadLetters, deadLettersKeptFor, pattern, retry, bus: suffix } = call.only(ruleBody);
  if (bus.rules.length >= MOST_RULES && !bus.rules.some((rule) => rule.name === name))
    throw new ApiProblem(400, 'bad.request', `A bus has ${MOST_RULES} rules at most.`);
  const to = targetIn(call, sent);
  const keeps = deadLettersKeptFor === undefined ? deadLetters : { keptFor: deadLettersKeptFor };
  refusing(() =>
    bus.rule(name, {
      bus: suffix,
      pattern: pattern as EventPattern | undefined,
      target: to,
      retry,
      deadLetters: deadLetters === false ? false : keeps,
    }),
  );
  return shownRule(ruleNamed(call));
}

function ruleNamed(call: Call): BusRule {
  const name = call.param('name');
  const rule = call.runtime.bus.rules.find((each) => each.name === name);
  if (!rule) throw notThere('rule of the bus', name);
  return rule;
}

const shownRule = ({ name, bus, options, maximumAge, maximumRetries, deadLettersKeptFor }: BusRule): JsonObject => ({
  name,
  source: bus,
  ...(options.pattern === undefined ? {} : { pattern: options.pattern as JsonObject }),
  target: shownTarget(options.target),
  retry: { maximumEventAgeInSeconds: maximumAge / 1000, maximumRetryAttempts: maximumRetries },
  deadLetters: deadLettersKeptFor !== undefined,
  ...(deadLettersKeptFor === undefined ? {} : { deadLettersKeptFor: deadLettersKeptFor / 1000 }),
  selfUri: `${path}/${name}`,
});

function shownTarget(target: BusTarget): JsonObject {
  if (typeof target === 'function') return {};
  if ('url' in target)
    return { url: target.url, ...(target.basic ? { basic: { userName: target.basic.userName } } : {}) };
  return { file: target.file.slice(target.file.lastIndexOf('/') + 1) };
}

function redrive(call: Call): JsonObject {
  const { rule } = call.only(redriveBody);
  if (rule !== undefined) checkRules(call, [rule]);
  return { sent: call.runtime.bus.redrive(rule) };
}

const shownLetter = ({ at, ...letter }: DeadLetter): JsonObject => ({ at: new Date(at).toISOString(), ...letter });

/** Rules of the bus, their targets, and what no target took. */
export const busRuleRoutes: readonly Route[] = [
  ownRoute({
    method: 'GET',
    path,
    does: 'lists the rules of the local event bus',
    answers: [200],
    handle: (call) => page(call, call.runtime.bus.rules.map(shownRule), path),
  }),
  ownRoute({
    method: 'GET',
    path: `${path}/:name`,
    does: 'gives a rule of the local event bus',
    answers: [200, 404],
    handle: (call) => shownRule(ruleNamed(call)),
  }),
  ownRoute({
    method: 'PUT',
    path: `${path}/:name`,
    does: 'adds or changes a rule: its event `pattern` (without one every event), its `target` (a `url` that gets the event with POST, where needed with the `userName` and the `password` of `basic`, or a `file` that gets a line), its `retry` policy, and whether it has `deadLetters`. An address is asked where a data action may ask it; a file lies in the folder of `--bus-files`',
    answers: [200, 400],
    body: ruleBody,
    handle: putRule,
  }),
  ownRoute({
    method: 'DELETE',
    path: `${path}/:name`,
    does: 'removes a rule of the local event bus',
    answers: [204, 404],
    handle: (call) => {
      ruleNamed(call);
      call.runtime.bus.removeRule(call.param('name'));
      return undefined;
    },
  }),
  ownRoute({
    method: 'GET',
    path: `${busPath}/dead-letters`,
    does: 'lists events that no target took, with the attributes that EventBridge adds',
    answers: [200],
    handle: (call) => page(call, call.runtime.bus.deadLetters.map(shownLetter), `${busPath}/dead-letters`),
  }),
  ownRoute({
    method: 'POST',
    path: `${busPath}/redrive`,
    does: 'sends dead letters to the targets of their rules again; of one `rule`, or of all',
    answers: [200, 400],
    body: redriveBody,
    handle: redrive,
  }),
];

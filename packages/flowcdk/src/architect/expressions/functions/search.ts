import { asking, func, newerFunc, overload, param, type FunctionDeclaration } from '../declaration';

type Findable = 'user' | 'queue' | 'skill' | 'languageSkill';

/** A function that looks up a thing by its name or id. */
function finding(
  name: string,
  kind: Findable,
  parameter: string,
  notSetParameter: string,
  by: string,
): FunctionDeclaration {
  return func(name, 'search', `The ${kind} with that ${by} or id; NOT_SET if not exactly one is found.`, [
    asking([param(`${parameter}?`, 'string')], kind, ({ org }, sought) =>
      sought === null ? null : (org.findByName(kind, sought as string) ?? org.findById(kind, sought as string) ?? null),
    ),
    overload([param(`${notSetParameter}?`, 'notSet')], kind, () => null),
  ]);
}

function findingPrompt(name: string, origin: 'user' | 'system'): FunctionDeclaration {
  return func(name, 'search', `The ${origin} prompt of that name; NOT_SET if there is none.`, [
    asking([param('promptName?', 'string')], 'prompt', ({ org }, sought) =>
      sought === null ? null : (org.findPrompt(origin, sought) ?? null),
    ),
    overload([param('promptName?', 'notSet')], 'prompt', () => null),
  ]);
}

function findingById(name: string, kind: 'user' | 'queue'): FunctionDeclaration {
  return newerFunc(name, 'search', `The ${kind} with that id; NOT_SET if there is none.`, [
    asking([param('id?', 'string')], kind, ({ org }, id) => (id === null ? null : (org.findById(kind, id) ?? null))),
    overload([param('id?', 'notSet')], kind, () => null),
  ]);
}

export const search: readonly FunctionDeclaration[] = [
  findingPrompt('FindSystemPrompt', 'system'),
  findingPrompt('FindUserPrompt', 'user'),
  finding('FindUser', 'user', 'userEmail', 'userEmail', 'e-mail address'),
  finding('FindQueue', 'queue', 'queueToFind', 'queueName', 'name'),
  finding('FindSkill', 'skill', 'skillToFind', 'skillName', 'name'),
  finding('FindLanguageSkill', 'languageSkill', 'skillToFind', 'valueToConvert', 'name'),
  newerFunc('FindEmergencyGroup', 'search', 'The emergency group of that name; NOT_SET if not exactly one is found.', [
    asking([param('name?', 'string')], 'emergencyGroup', ({ org }, name) =>
      name === null ? null : (org.findByName('emergencyGroup', name) ?? null),
    ),
    overload([param('name?', 'notSet')], 'emergencyGroup', () => null),
  ]),
  findingById('FindUserById', 'user'),
  findingById('FindQueueById', 'queue'),
];

import { load } from 'js-yaml';
import { routes } from './api';
import { Call } from './api/call';
import { ApiProblem } from './api/refusals';
import { isObject, type Json } from './state/json';
import type { Org } from './state/org';

/** The seed cannot be used. The message addresses the author of the seed. */
export class WrongSeed extends Error {}

/** The sections of a seed, with the path that creates their things. Each thing is a body of that request. */
const sections: Readonly<Record<string, string>> = {
  users: '/api/v2/users',
  groups: '/api/v2/groups',
  skills: '/api/v2/routing/skills',
  languages: '/api/v2/routing/languages',
  wrapUpCodes: '/api/v2/routing/wrapupcodes',
  queues: '/api/v2/routing/queues',
  contactLists: '/api/v2/outbound/contactlists',
  didPools: '/api/v2/telephony/providers/edges/didpools',
  divisions: '/api/v2/authorization/divisions',
  smsNumbers: '/api/v2/routing/sms/phonenumbers',
  decisionTables: '/flowcdk/decisiontables',
};

/** Adds the contents of a seed to an organisation: all of them, or nothing. */
export function addSeed(org: Org, text: string, file: string): void {
  const seed = read(text, file);
  org.transaction(() => {
    for (const [section, things] of Object.entries(seed)) {
      const path = Object.hasOwn(sections, section) ? sections[section] : undefined;
      if (path === undefined) {
        throw new WrongSeed(`${file}: there is no section '${section}'; there are ${Object.keys(sections).join(', ')}`);
      }
      if (!Array.isArray(things)) throw new WrongSeed(`${file}: ${section} must be a list`);
      (things as readonly Json[]).forEach((body, i) => create(org, path, body, `${file}: ${section}[${i}]`));
    }
  });
}

function read(text: string, file: string): Readonly<Record<string, unknown>> {
  let seed: unknown;
  try {
    seed = load(text);
  } catch (problem) {
    throw new WrongSeed(`${file}: ${problem instanceof Error ? problem.message : String(problem)}`);
  }
  if (!isObject(seed)) throw new WrongSeed(`${file}: a seed is a map of ${Object.keys(sections).join(', ')}`);
  return seed;
}

function create(org: Org, path: string, body: Json, where: string): void {
  const route = routes.find((candidate) => candidate.method === 'POST' && candidate.path === path);
  const parts = { org, params: {}, query: {}, body, text: '', origin: '', authorization: undefined };
  try {
    route?.handle(new Call(parts));
  } catch (problem) {
    if (problem instanceof ApiProblem) throw new WrongSeed(`${where}: ${problem.message}`);
    throw problem;
  }
}

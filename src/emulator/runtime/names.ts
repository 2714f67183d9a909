import {
  detectLanguage,
  type ExpressionOrg,
  type ReferenceKind,
  ReferenceValue,
  type Value,
} from '../../architect/expressions';
import { fieldsOf, itemsOf, numberOf, textOf } from '../state/json';
import type { KindName } from '../state/kinds';
import type { Entity, Org } from '../state/org';
import type { PromptSpeech } from './voice/speech';

const kindOf: Readonly<Partial<Record<ReferenceKind, KindName>>> = {
  queue: 'queue',
  user: 'user',
  skill: 'skill',
  languageSkill: 'language',
  group: 'group',
  wrapupCode: 'wrapupCode',
  schedule: 'schedule',
  scheduleGroup: 'scheduleGroup',
  emergencyGroup: 'emergencyGroup',
};

/** What flows ask the org by name or id while they run. */
export interface Names extends ExpressionOrg {
  readonly promptSpeech: PromptSpeech;
}

/** Prompts of the system are in every org; what they say is ours (assumed). */
const systemPrompts: Readonly<Record<string, { readonly text: string; readonly milliseconds: number }>> = {
  on_hold_music: { text: '(hold music)', milliseconds: 60_000 },
  processing: { text: '(processing)', milliseconds: 3_000 },
};

export function namesOf(org: Org, language: () => string): Names {
  const found = (kind: ReferenceKind, entity: Entity | undefined): ReferenceValue | undefined =>
    entity && new ReferenceValue(kind, entity.id, textOf(entity['name']) ?? entity.id, more(kind, entity));
  return {
    findByName: (kind, name) => {
      const state = kindOf[kind];
      const wanted = name.trim().toLowerCase();
      const matches = (entity: Entity): boolean =>
        same(entity['name'], wanted) ||
        (kind === 'user' && (same(entity['email'], wanted) || same(entity['username'], wanted)));
      return state && found(kind, org.all(state).find(matches));
    },
    findById: (kind, id) => {
      const state = kindOf[kind];
      return state && found(kind, org.get(state, id));
    },
    findPrompt: (origin, name) => {
      if (origin === 'system')
        return new ReferenceValue('prompt', `system/${name}`, `PromptSystem.${name}`, { type: 'system' });
      const prompt = org.all('prompt').find((one) => same(one['name'], name.toLowerCase()));
      return prompt && new ReferenceValue('prompt', prompt.id, `Prompt.${name}`, { type: 'user' });
    },
    defaultLanguage: language,
    supportedLanguages: () => [language()],
    detectLanguage,
    exchangeRate: () => undefined,
    estimatedWaitTime: () => undefined,
    promptSpeech: (name, wanted) => {
      const [, scope, bare = name] = /^(?:(Prompt|PromptUser|PromptSystem)\.)?(.*)$/i.exec(name) ?? [];
      if (/^promptsystem$/i.test(scope ?? ''))
        return systemPrompts[bare.toLowerCase()] ?? { text: `(${bare})`, milliseconds: 2_000 };
      return userPrompt(org, bare, wanted);
    },
  };
}

function userPrompt(org: Org, name: string, language: string): ReturnType<PromptSpeech> {
  const prompt = org.all('prompt').find((one) => same(one['name'], name.toLowerCase()));
  const resources = itemsOf(prompt?.['resources']).map(fieldsOf);
  const folded = language.toLowerCase();
  const resource =
    resources.find((one) => textOf(one['language'])?.toLowerCase() === folded) ??
    resources.find((one) => textOf(one['language'])?.toLowerCase().split('-')[0] === folded.split('-')[0]) ??
    resources[0];
  const text = textOf(resource?.['ttsString']) ?? textOf(resource?.['text']) ?? `(${name})`;
  const seconds = numberOf(resource?.['durationSeconds']);
  return seconds === undefined ? { text } : { text, milliseconds: seconds * 1000 };
}

const same = (value: unknown, wanted: string): boolean => typeof value === 'string' && value.toLowerCase() === wanted;

const more = (kind: ReferenceKind, entity: Entity): Readonly<Record<string, Value>> =>
  kind === 'user' ? { username: textOf(entity['username']) ?? null, email: textOf(entity['email']) ?? null } : {};

import { fieldsOf, numberOf, textOf } from '../../state/json';
import type { Entity, Org } from '../../state/org';

/** What a queue wants of its agents after a call (documented names). */
export type WrapupPrompt =
  'OPTIONAL' | 'MANDATORY' | 'MANDATORY_TIMEOUT' | 'MANDATORY_FORCED_TIMEOUT' | 'AGENT_REQUESTED';

export interface WrapupRule {
  readonly prompt: WrapupPrompt;
  /** When the system ends after-call work; undefined where the agent alone does. */
  readonly timeout: number | undefined;
}

/** The code the platform sets when the agent chose none in time (documented). */
export const TIMEOUT_CODE = 'ININ-WRAP-UP-TIMEOUT';

/** What the provider writes where a queue says nothing. */
const usual = { prompt: 'MANDATORY_TIMEOUT', timeoutMs: 300_000 } as const;

const isPrompt = (text: string): text is WrapupPrompt =>
  ['OPTIONAL', 'MANDATORY', 'MANDATORY_TIMEOUT', 'MANDATORY_FORCED_TIMEOUT', 'AGENT_REQUESTED'].includes(text);

/** The rule of a queue; calls that came from none have no after-call work. */
export function wrapupRule(queue: Entity | undefined): WrapupRule {
  const settings = fieldsOf(queue?.['acwSettings']);
  const given = textOf(settings['wrapupPrompt']) ?? '';
  const prompt = isPrompt(given) ? given : usual.prompt;
  const timed = prompt === 'MANDATORY_TIMEOUT' || prompt === 'MANDATORY_FORCED_TIMEOUT';
  return { prompt, timeout: timed ? (numberOf(settings['timeoutMs']) ?? usual.timeoutMs) : undefined };
}

/** The code somebody means by its id or name. */
export const wrapupCodeNamed = (org: Org, wanted: string): Entity | undefined =>
  org.get('wrapupCode', wanted) ??
  org.all('wrapupCode').find((one) => textOf(one['name'])?.toLowerCase() === wanted.toLowerCase());

import type { Org } from '../../state/org';
import type { Queue } from '../../state/tables/queue';
import type { WrapupCode } from '../../state/tables/wrapup-code';

/** The after-call work that a queue requires of its agents (documented names). */
export type WrapupPrompt = NonNullable<NonNullable<Queue['acwSettings']>['wrapupPrompt']>;

export interface WrapupRule {
  readonly prompt: WrapupPrompt;
  /** Milliseconds after which the system ends after-call work; undefined if only the agent ends it. */
  readonly timeout: number | undefined;
}

/** The code that the platform sets if the agent chose none in time (documented). */
export const TIMEOUT_CODE = 'ININ-WRAP-UP-TIMEOUT';

/** The values that the provider writes if a queue has none. */
const usual = { prompt: 'MANDATORY_TIMEOUT', timeoutMs: 300_000 } as const;

/** The rule of a queue. Calls that came from no queue have no after-call work. */
export function wrapupRule(queue: Queue | undefined): WrapupRule {
  const { wrapupPrompt: prompt = usual.prompt, timeoutMs = usual.timeoutMs } = queue?.acwSettings ?? {};
  const timed = prompt === 'MANDATORY_TIMEOUT' || prompt === 'MANDATORY_FORCED_TIMEOUT';
  return { prompt, timeout: timed ? timeoutMs : undefined };
}

/** The wrap-up code with an id or name. */
export const wrapupCodeNamed = (org: Org, idOrName: string): WrapupCode | undefined =>
  org.get('wrapupCode', idOrName) ??
  org.all('wrapupCode').find((code) => code.name.toLowerCase() === idOrName.toLowerCase());

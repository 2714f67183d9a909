import type { Org } from '../../state/org';
import type { Queue } from '../../state/tables/queue';
import type { WrapupCode } from '../../state/tables/wrapup-code';

/** What a queue wants of its agents after a call (documented names). */
export type WrapupPrompt = NonNullable<NonNullable<Queue['acwSettings']>['wrapupPrompt']>;

export interface WrapupRule {
  readonly prompt: WrapupPrompt;
  /** When the system ends after-call work; undefined where the agent alone does. */
  readonly timeout: number | undefined;
}

/** The code the platform sets when the agent chose none in time (documented). */
export const TIMEOUT_CODE = 'ININ-WRAP-UP-TIMEOUT';

/** What the provider writes where a queue says nothing. */
const usual = { prompt: 'MANDATORY_TIMEOUT', timeoutMs: 300_000 } as const;

/** The rule of a queue; calls that came from none have no after-call work. */
export function wrapupRule(queue: Queue | undefined): WrapupRule {
  const { wrapupPrompt: prompt = usual.prompt, timeoutMs = usual.timeoutMs } = queue?.acwSettings ?? {};
  const timed = prompt === 'MANDATORY_TIMEOUT' || prompt === 'MANDATORY_FORCED_TIMEOUT';
  return { prompt, timeout: timed ? timeoutMs : undefined };
}

/** The code somebody means by its id or name. */
export const wrapupCodeNamed = (org: Org, idOrName: string): WrapupCode | undefined =>
  org.get('wrapupCode', idOrName) ??
  org.all('wrapupCode').find((code) => code.name.toLowerCase() === idOrName.toLowerCase());

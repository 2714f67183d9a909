import type { EventName, Events } from '../events';

/** What stands for a value that no log may hold. */
export const SECURE = '***';

/**
 * An event of a secure flow without what the caller typed and what the flow knows of it. Secure flows take card numbers,
 * so the cloud keeps none of it, either (believed).
 */
export function withoutValues<K extends EventName>(type: K, fields: Events[K]): Events[K] {
  const hidden: Partial<Record<EventName, object>> = {
    'digits.pressed': { digits: SECURE },
    'input.taken': { digits: SECURE },
    'variable.set': { value: SECURE },
    'expression.failed': { problem: 'The problem could tell a value of the secure flow.' },
  };
  return type in hidden ? { ...fields, ...hidden[type] } : fields;
}

import type { Org } from '../state/org';
import type { Person } from '../state/tables/person';
import { USUAL } from './conversation/dialled';
import type { CalleeBehaviour, RuntimeSettings } from './settings';

/** The parts of the runtime that people need. */
export interface PeopleRuntime {
  readonly org: Org;
  readonly settings: Pick<RuntimeSettings, 'callees'>;
}

/** The people outside of the org: what they do when the org calls them or writes to them. */
export class People {
  /** How often the org has called each of them. */
  readonly #called = new Map<string, number>();

  constructor(private readonly runtime: PeopleRuntime) {}

  /** What is known of the person behind a number (`+331…`, `tel:+331…`) or an e-mail address, in any case. */
  of(address: string): Person | undefined {
    return this.runtime.org.get('person', keyOf(address));
  }

  /** Says what the person behind a number or an e-mail address does from now on. */
  behave(address: string, conduct: Omit<Person, 'id'>): Person {
    const id = keyOf(address);
    this.#called.delete(id);
    return this.runtime.org.put('person', { ...conduct, id });
  }

  /** What the person does with the call that now reaches them. */
  takeCall(number: string): CalleeBehaviour {
    const key = keyOf(number);
    const before = this.#called.get(key) ?? 0;
    this.#called.set(key, before + 1);
    const calls = this.of(number)?.calls ?? [];
    const { callees } = this.runtime.settings;
    return calls[Math.min(before, calls.length - 1)] ?? callees[key] ?? callees[number] ?? USUAL;
  }
}

/** The id that a person has: the number without its scheme, or the address in lower case. */
export const keyOf = (address: string): string => address.replace(/^(?:tel|sms):/, '').toLowerCase();

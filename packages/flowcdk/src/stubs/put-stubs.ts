import { judge } from '../emulator/publish/publish';
import { publishFlow } from '../emulator/publish/publish-flow';
import type { JsonObject } from '../emulator/state/json';
import type { KindName } from '../emulator/state/kinds';
import type { Org } from '../emulator/state/org';
import type { RecordOfKind } from '../emulator/state/tables';
import type { DataTableContract } from './contracts';
import { dataActionStub } from './data-action-stub';
import { decisionTableOf } from './decision-rows';
import { homeOf } from './home';
import type { NamedThing, Use } from './named-things';
import type { StubHours, StubOptions } from './options';
import { stubFlow } from './stub-flows';
import { rowsOfTable } from './table-rows';

/** A thing that stands in an org in place of one that flows name. */
export interface Stub {
  readonly kind: NamedThing['kind'];
  readonly name: string;
  /** For data actions. */
  readonly category?: string;
  /** For flows, in the words of the API. */
  readonly type?: string;
  /** What it does, where its name does not say it. */
  readonly does?: string;
}

/** Puts stubs of things into an org that does not have them. Gives what it put. */
export function putStubs(org: Org, things: readonly NamedThing[], options: StubOptions = {}): readonly Stub[] {
  const putting = new Putting(org, options);
  // A flow names modules, and a module has nothing that another stub needs.
  return things.flatMap((thing) => {
    const does = putting.put(thing);
    if (does === undefined) return [];
    const { kind, name, category, type } = thing;
    const which = { ...(category === undefined ? {} : { category }), ...(type === undefined ? {} : { type }) };
    return [{ kind, name, ...which, ...(does === '' ? {} : { does }) }];
  });
}

/** What a stub does in words, empty where its name says all. Undefined: the org has the thing already. */
type Does = string | undefined;

class Putting {
  readonly #division: { readonly id: string };

  constructor(
    private readonly org: Org,
    private readonly options: StubOptions,
  ) {
    this.#division = { id: homeOf(org).id };
  }

  put(thing: NamedThing): Does {
    const { kind, name } = thing;
    switch (kind) {
      case 'dataAction':
        return this.#dataAction(thing);
      case 'flow':
        return this.#flow(thing);
      case 'datatable':
        return this.#table(thing);
      case 'decisionTable':
        return this.#decisionTable(name);
      case 'schedule':
        return this.#schedule(name, this.options.schedules?.[name] ?? 'open');
      case 'scheduleGroup':
        return this.#scheduleGroup(name, this.options.schedules?.[name] ?? 'open');
      case 'prompt':
        return this.#prompt(name);
      case 'user':
        if (this.#has('user', name) || this.org.all('user').some(({ email }) => email === name)) return undefined;
        return this.#new('user', { name, email: emailOf(name), state: 'active', version: 1 });
      case 'emergencyGroup':
        return this.#new(kind, { name, enabled: false, emergencyCallFlows: [] }, 'no emergency');
      case 'contactList':
        return this.#new(kind, { name, columnNames: ['phone'], version: 1 });
      case 'queue':
        return this.#new(kind, { name }, 'an agent answers');
      case 'group':
        return this.#new(kind, { name, callsEnabled: true, memberIds: [] });
      default:
        return this.#new(kind, { name });
    }
  }

  #has(kind: KindName, name: string): boolean {
    return (this.org.all(kind) as readonly { readonly name?: unknown }[]).some((thing) => thing.name === name);
  }

  /** Puts a thing unless one has its name. */
  #new(kind: KindName, fields: JsonObject & { readonly name: string }, does = ''): Does {
    if (this.#has(kind, fields.name)) return undefined;
    this.#record(kind, fields);
    return does;
  }

  #record<K extends KindName>(kind: K, fields: JsonObject): RecordOfKind<K> {
    const all = { id: this.org.newId(), division: this.#division, ...fields };
    return this.org.put(kind, all as unknown as RecordOfKind<K>);
  }

  #dataAction(thing: NamedThing): Does {
    const { name, category = '' } = thing;
    if (this.org.all('dataAction').some((action) => action.category === category && action.name === name))
      return undefined;
    const integration =
      this.org.all('integration').find((known) => known.name === category) ??
      this.#record('integration', {
        name: category,
        intendedState: 'ENABLED',
        integrationType: { id: 'custom-rest-actions' },
        configVersion: 1,
        properties: {},
        advanced: {},
        credentials: {},
      });
    const ids = { id: this.org.newId(), integrationId: integration.id };
    this.org.put('dataAction', dataActionStub(thing, this.options.contracts ?? {}, ids));
    return '';
  }

  #flow(thing: NamedThing): Does {
    const { name, type = '' } = thing;
    if (this.org.all('flow').some((flow) => flow.name === name && flow.type === type)) return undefined;
    const yaml = stubFlow(thing, { now: this.org.now.getTime() });
    if (yaml === undefined) {
      this.#record('flow', { name, type, versions: 0, variables: [], bound: {}, active: true });
      return 'only its name';
    }
    const judged = judge(yaml, this.org);
    if (!('flow' in judged)) throw new Error(`the stub of the flow '${name}' is wrong: ${judged.problems.join('; ')}`);
    publishFlow(this.org, judged.flow, yaml, homeOf(this.org));
    return flowsDo[type];
  }

  #table({ name, use }: NamedThing): Does {
    if (this.#has('datatable', name)) return undefined;
    const { dataTables = {}, contracts } = this.options;
    const schema = contracts?.dataTables?.find((known) => known.name === name)?.schema ?? columnsOf(use);
    const source = dataTables[name];
    const rows = source === undefined ? [] : rowsOfTable(name, source, schema);
    const table = this.#record('datatable', { name, schema });
    for (const { key, row } of rows)
      this.org.put('datatableRow', { id: `${table.id}/${key}`, tableId: table.id, row } as never);
    return source === undefined ? 'no rows' : `${rows.length} row${rows.length === 1 ? '' : 's'}`;
  }

  #decisionTable(name: string): Does {
    const source = this.options.decisionTables?.[name];
    if (source === undefined) {
      const empty = { columns: { inputs: [], outputs: [] }, rows: [] };
      return this.#new('decisionTable', { name, ...empty }, 'no rows, so that none fits');
    }
    const { columns, rows } = decisionTableOf(name, source);
    return this.#new(
      'decisionTable',
      { name, columns, rows } as never,
      `${rows.length} row${rows.length === 1 ? '' : 's'}`,
    );
  }

  #schedule(name: string, hours: StubHours): Does {
    const [from, to] = hours === 'open' ? ALWAYS : NEVER;
    return this.#new(
      'schedule',
      { name, start: from, end: to, rrule: 'FREQ=DAILY', version: 1, state: 'active' },
      hours,
    );
  }

  #scheduleGroup(name: string, hours: StubHours): Does {
    if (this.#has('scheduleGroup', name)) return undefined;
    const always = `Always (stub of ${name})`;
    this.#schedule(always, 'open');
    const schedule = this.org.all('schedule').find((known) => known.name === always);
    const list = schedule ? [{ id: schedule.id }] : [];
    return this.#new(
      'scheduleGroup',
      {
        name,
        timeZone: 'UTC',
        openSchedules: hours === 'open' ? list : [],
        closedSchedules: hours === 'closed' ? list : [],
        holidaySchedules: hours === 'holiday' ? list : [],
        version: 1,
        state: 'active',
      },
      hours,
    );
  }

  #prompt(name: string): Does {
    const text = this.options.prompts?.[name] ?? name;
    return this.#new(
      'prompt',
      { name, resources: [{ language: 'en-us', ttsString: text, uploadStatus: 'created' }] },
      `says “${text}”`,
    );
  }
}

/** A day that repeats every day, and a moment that is over. */
const ALWAYS = ['2000-01-01T00:00:00.000000', '2000-01-02T00:00:00.000000'] as const;
const NEVER = ['2000-01-01T00:00:00.000000', '2000-01-01T00:00:00.000000'] as const;

const flowsDo: Readonly<Partial<Record<string, string>>> = {
  INBOUNDCALL: 'says its name and hangs up',
  SECURECALL: 'says its name and hangs up',
  INQUEUECALL: 'plays music',
  COMMONMODULE: 'gives invented outputs',
};

/** Users are named by their e-mail address, or by a name. */
const emailOf = (name: string): string =>
  name.includes('@') ? name : `${name.toLowerCase().replace(/[^a-z0-9]+/g, '.')}@local.example`;

/** The columns that flows look into, with the types of their variables. */
const columnsOf = (use: Use | undefined): DataTableContract['schema'] => ({
  type: 'object',
  properties: Object.fromEntries([
    ['key', { type: 'string' }],
    ...[...(use?.outputs ?? [])].map(([column, type = 'string']) => [column, { type: columnTypes[type] ?? 'string' }]),
  ]),
});

const columnTypes: Readonly<Partial<Record<string, string>>> = {
  integer: 'integer',
  decimal: 'number',
  boolean: 'boolean',
};

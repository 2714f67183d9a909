import type { BackOfficeSettings } from '../back-office';
import type { CustomerLookup } from '../customer-search/customer-search';
import type { RecordPer } from '../inbox/keys-of-result';
import type { LatePairing } from '../pairing/pairings';

/** A setting is missing or wrong; the message names every one. */
export class WrongSettings extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

const regionHost = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/**
 * The settings of the service, from the environment. Secrets stand nowhere else.
 *
 * @throws WrongSettings with all that is missing or wrong
 */
export function settingsOf(environment: Environment): BackOfficeSettings {
  const problems: string[] = [];
  const needed = (name: string): string => {
    const value = environment[name] ?? '';
    if (value === '') problems.push(`${name} is missing`);
    return value;
  };
  const choice = <T extends string>(name: string, allowed: readonly T[], otherwise: T): T => {
    const value = environment[name] ?? otherwise;
    if (!(allowed as readonly string[]).includes(value))
      problems.push(`${name} is "${value}": ${allowed.join(' or ')} is allowed`);
    return value as T;
  };
  const seconds = (name: string, otherwise: number): number => {
    const value = environment[name];
    if (value === undefined) return otherwise * 1000;
    if (!/^\d{1,9}$/.test(value)) problems.push(`${name} is "${value}": whole seconds are allowed`);
    return Number(value) * 1000;
  };
  const settings: BackOfficeSettings = {
    database: placeOf(environment, problems),
    gateway: {
      ...genesysOf(environment, problems),
      clientId: needed('GENESYS_CLIENT_ID'),
      clientSecret: needed('GENESYS_CLIENT_SECRET'),
      userCacheTime: seconds('USER_CACHE_SECONDS', 600),
      codeCacheTime: seconds('CODE_CACHE_SECONDS', 3600),
    },
    history: environment['HISTORY_URL']
      ? { url: addressOf('HISTORY_URL', environment['HISTORY_URL'], problems), key: needed('HISTORY_KEY') }
      : undefined,
    customerLookups: lookupsOf(environment['CUSTOMER_LOOKUPS'], problems),
    recordPer: choice<RecordPer>('RECORD_PER', ['agent', 'conversation'], 'agent'),
    latePairing: choice<LatePairing>('LATE_PAIRING', ['correct', 'ignore'], 'correct'),
    worker: {
      retry: {
        first: seconds('RETRY_SECONDS', 5),
        most: seconds('RETRY_MOST_SECONDS', 600),
        parkAfter: seconds('PARK_AFTER_SECONDS', 259_200),
      },
      pairingWait: seconds('PAIRING_WAIT_SECONDS', 0),
      agentWait: seconds('AGENT_WAIT_SECONDS', 3600),
    },
  };
  refuse(problems);
  return settings;
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new WrongSettings(problems.join('\n'));
}

/** `Find customer in Alpha,Find customer in Beta:national/33/0,Find customer in Gamma:digits` */
function lookupsOf(text: string | undefined, problems: string[]): readonly CustomerLookup[] | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  return text.split(',').map((part) => {
    const [dataAction = '', form = 'e164'] = part.split(':').map((each) => each.trim());
    const [, countryCode, trunkPrefix] = /^national\/(\d{1,3})\/(\d{0,3})$/.exec(form) ?? [];
    if (countryCode !== undefined && trunkPrefix !== undefined)
      return { dataAction, numbers: { countryCode, trunkPrefix } };
    if (dataAction === '' || (form !== 'e164' && form !== 'digits'))
      problems.push(
        `CUSTOMER_LOOKUPS has "${part.trim()}": the name of a data action is expected, and behind a colon e164, digits, or national/COUNTRY CODE/TRUNK PREFIX (national/33/0)`,
      );
    return { dataAction, numbers: form === 'digits' ? 'digits' : 'e164' };
  });
}

/**
 * Commands that only look into the database need nothing else.
 *
 * @throws WrongSettings
 */
export function databaseOf(environment: Environment): BackOfficeSettings['database'] {
  const problems: string[] = [];
  const place = placeOf(environment, problems);
  refuse(problems);
  return place;
}

function placeOf(environment: Environment, problems: string[]): BackOfficeSettings['database'] {
  const url = environment['DATABASE_URL'];
  if (!url) return { folder: environment['DATABASE_FOLDER'] || 'back-office-data' };
  // The value may hold a password, so the message does not repeat it.
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    problems.push('DATABASE_URL is no address of PostgreSQL: postgres://user:password@host:5432/name is allowed');
  return { url };
}

/** An address without a slash at its end. */
function addressOf(name: string, text: string, problems: string[]): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    problems.push(`${name} is "${text}": an address is allowed, such as https://history.example`);
  return text.replace(/\/$/, '');
}

/** A region such as `mypurecloud.de`, or the address of a local org. */
function genesysOf(environment: Environment, problems: string[]): { readonly api: string; readonly login: string } {
  const place = environment['GENESYS_ENVIRONMENT'] ?? '';
  if (/^https?:\/\//.test(place) && URL.canParse(place))
    return { api: place.replace(/\/$/, ''), login: place.replace(/\/$/, '') };
  if (!regionHost.test(place))
    problems.push(
      'GENESYS_ENVIRONMENT is missing or wrong: a region (mypurecloud.de) or the address of a local org is allowed',
    );
  return { api: `https://api.${place}`, login: `https://login.${place}` };
}

import { type Logic, isLogicObject } from './logic';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const HOST = /\b(https?:\/\/)[^/?#\s"'`$]+/g;

export interface Neutral {
  /** Whether hosts of URLs count as the same: environments call different systems. */
  readonly hosts: boolean;
}

/** Logic without what is different in every org: ids, and the hosts of URLs where these do not count. */
export function neutral(data: Logic, options: Neutral): Logic {
  if (typeof data === 'string') {
    const text = data.replace(UUID, '<id>');
    return options.hosts ? text.replace(HOST, '$1<host>') : text;
  }
  if (Array.isArray(data)) return (data as readonly Logic[]).map((item) => neutral(item, options));
  if (!isLogicObject(data)) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key.replace(UUID, '<id>'), neutral(value, options)]),
  );
}

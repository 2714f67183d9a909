import { JsonValue } from '../../../architect/expressions';
import type { RunAction } from '../action-context';
import { STRINGS } from '../flow/types';
import { readHeaders } from './sip-headers';

/** The most headers that an action names (documented). */
const MOST_NAMES = 10;

/**
 * Reads headers of the call into a JSON object. Its names are in lower case, as SIP does not tell cases apart, and a
 * header that the call does not have is left out (assumed).
 */
export const getSIPHeaders: RunAction<'getSIPHeaders'> = (action, run) =>
  readHeaders(run, action, (headers) => {
    const names = run.value(action.sipHeaderNames, STRINGS);
    const sought = Array.isArray(names) ? names.flatMap((name) => (typeof name === 'string' ? folded(name) : [])) : [];
    if (sought.length > MOST_NAMES) return `It names ${sought.length} headers; the most are ${MOST_NAMES}.`;
    const all = Object.entries(headers).map(([name, value]) => [folded(name), value] as const);
    const read = sought.length === 0 ? all : all.filter(([name]) => sought.includes(name));
    run.bind(action.sipHeadersResult, new JsonValue(Object.fromEntries(read)));
    return undefined;
  });

const folded = (name: string): string => name.trim().toLowerCase();

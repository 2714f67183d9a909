import type { RunAction } from '../action-context';
import { readHeaders } from './sip-headers';

/** Reads all headers of the call as one text, a line for each, as in a SIP message (assumed). */
export const getRawSIPHeaders: RunAction<'getRawSIPHeaders'> = (action, run) =>
  readHeaders(run, action, (headers) => {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    run.bind(action.rawSIPHeadersResult, lines.join(''));
    return undefined;
  });

import { tokenFrom } from '../../../../src/emulator/runtime/data-actions/access';
import type { Json } from '../../../../src/emulator/state/json';

const SECOND = 1_000;

test.each<[response: Json, seconds: number, why: string]>([
  [{ expires_in: 600 }, 570, 'thirty seconds less than its lifetime'],
  [{ expires_in: '600' }, 570, 'also where a service sends the number as a text'],
  [{ expires_in: 31 }, 1, 'a second where nothing more is left'],
  [{ expires_in: 30 }, 0, 'no time where it expires on its way'],
  [{ expires_in: 0 }, 0, 'no time where it has expired'],
  [{}, 3_570, 'an hour less thirty seconds where nobody says'],
  [{ expires_in: 'soon' }, 3_570, 'an hour less thirty seconds where the text is no number'],
  [{ expires_in: '10 minutes' }, 3_570, 'an hour less thirty seconds where the text has more than a number'],
])('a token of a custom auth action that answers %j is kept for %d seconds, %s', (response, seconds) => {
  const now = Date.parse('2026-01-05T10:00:00Z');
  expect(tokenFrom(response, now)).toEqual({ response, until: now + seconds * SECOND });
});

import { chance } from '../../src/emulator/runtime/chance';
import { cutsConnection, hangs, respondsWith, type Service } from '../../src/emulator/runtime/services/service';
import { seconds } from '../../src/architect/types';
import { type Listening, serve } from '../../src/testing/services/serve';

let listening: Listening | undefined;
afterEach(() => listening?.close());

const url = async (service: Service): Promise<string> => {
  listening = await serve(service, chance(1));
  return listening.url;
};

test('a service answers at once and tells how long that takes', async () => {
  const answer = await fetch(await url(respondsWith({ found: true }).after(seconds(90))));

  expect([answer.headers.get('server-timing'), await answer.json()]).toEqual(['total;dur=90000', { found: true }]);
});

test('what reached it can be read', async () => {
  await fetch(`${await url(respondsWith({}))}/calls?a=1`, { method: 'POST', body: '{"b":2}', headers: { 'X-C': 'd' } });

  expect(listening?.received).toMatchObject([
    { request: { method: 'POST', headers: { 'x-c': 'd' }, body: '{"b":2}' }, json: { b: 2 } },
  ]);
  expect(new URL(listening?.received[0]?.request.url ?? '').pathname).toBe('/calls');
});

test('an answer that never comes takes longer than anybody waits', async () => {
  const answer = await fetch(await url(hangs()));

  expect(Number(answer.headers.get('server-timing')?.replace('total;dur=', ''))).toBeGreaterThan(3_600_000);
});

test('a connection is cut', async () => {
  await expect(fetch(await url(cutsConnection()))).rejects.toThrow();
});

test('a request that is too large is refused', async () => {
  const at = await url(respondsWith({}));
  const status = await fetch(at, { method: 'POST', body: 'x'.repeat(600_000) }).then(
    (answer) => answer.status,
    () => 413,
  );

  expect(status).toBe(413);
  expect(listening?.received).toEqual([]);
});

test('nobody but this machine can reach it', async () => {
  expect(new URL(await url(respondsWith({}))).hostname).toBe('127.0.0.1');
});

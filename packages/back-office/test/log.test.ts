import fastify from 'fastify';
import { withoutPersonalData } from '../src/service/log';

test('logs have neither numbers and customers of a query nor the row that a database refused', async () => {
  let text = '';
  const server = fastify({
    logger: withoutPersonalData({ level: 'info', stream: { write: (line) => (text += line) } }),
  });
  server.get('/agents/interactions/:id', ({ log }) => {
    log.error({ err: Object.assign(new Error('null value'), { code: '23502', detail: 'row (+33142685300)' }) });
    return {};
  });
  await server.inject({
    url: '/agents/interactions/7d2f5a04?number=%2B33142685300',
    headers: { authorization: 'Bearer secret', cookie: 'back_office_session=secret' },
  });

  expect(text).toContain('"path":"/agents/interactions/7d2f5a04"');
  expect(text).toContain('"code":"23502"');
  expect(text).not.toMatch(/33142685300|secret/);
});

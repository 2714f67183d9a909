import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { DatabasePlace } from '../../src';

/** A server on which the tests run instead of PGlite: `npm run test:back-office` starts one and names it. */
const server = process.env['BACK_OFFICE_TEST_SERVER'];

/** An empty database, and how to remove it. */
export async function testDatabase(): Promise<{ readonly place: DatabasePlace; readonly remove: () => Promise<void> }> {
  if (server === undefined) return { place: { memory: true }, remove: () => Promise.resolve() };
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name}`);
  return {
    place: { url: `${server}/${name}` },
    remove: () => onServer(server, `drop database ${name} with (force)`),
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: `${url}/postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

import { CannotKeep } from '../../src/emulator/state/journal-problems';
import { entitiesOf, localOrg, messageOf } from './private/local-org';

const codes = '/api/v2/routing/wrapupcodes';

describe('what the local org cannot do, it says', () => {
  test('an unknown route is 501 and named, in the form of all errors', async () => {
    const answer = await localOrg().get('/api/v2/recordings');

    expect(answer).toMatchObject({
      status: 501,
      body: {
        status: 501,
        code: 'not.implemented',
        message: 'Not implemented by the local org: GET /api/v2/recordings',
        messageParams: {},
        details: [],
        errors: [],
      },
    });
  });

  test('an unknown id is 404', async () => {
    expect(await localOrg().get(`${codes}/none`)).toMatchObject({
      status: 404,
      body: { code: 'not.found', message: 'There is no wrap-up code none.' },
    });
  });

  test('a body larger than request.bytes.max is 413', async () => {
    const answer = await localOrg().post(codes, { name: 'x'.repeat(600_000) });

    expect(answer).toMatchObject({ status: 413, body: { code: 'request.entity.too.large' } });
  });

  test('what cannot be read as JSON is 400', async () => {
    const answer = await localOrg().send('POST', codes, '{"name":');

    expect(answer.status).toBe(400);
    expect(messageOf(answer)).toMatch(/^The request body is no JSON/);
  });

  test.each([
    ['lists', '['.repeat(20_000) + ']'.repeat(20_000)],
    ['objects', '{"a":'.repeat(101) + '1' + '}'.repeat(101)],
  ])('a body nested too deep is 400, and nothing of it stays: %s', async (_, deep) => {
    const org = localOrg();
    const answer = await org.send('POST', codes, `{"name":"deep","description":${deep}}`);

    expect([answer.status, messageOf(answer)]).toEqual([
      400,
      'The request body is no JSON: it is nested deeper than 100 levels',
    ]);
    expect(entitiesOf(await org.get(codes))).toEqual([]);
  });

  test('brackets in strings are no depth', async () => {
    expect((await localOrg().post(codes, { name: `\\"${'['.repeat(200)}` })).status).toBe(200);
  });

  test('everything that is wrong with a body is told at once, with the fields', async () => {
    const answer = await localOrg().post(codes, { name: 5, description: 'x', division: { id: true } });

    expect(answer.status).toBe(400);
    expect(messageOf(answer)).toBe(
      'name is 5; expected a text of 1 to 256 characters; division.id is true; expected a text of at most 256 characters',
    );
    expect(answer.body).toMatchObject({ details: [{ fieldName: 'name' }, { fieldName: 'division.id' }] });
  });

  test.each([
    ['none', undefined],
    ['null', 'null'],
    ['blank', '  '],
    ['a list', '[]'],
  ])('a body is needed where it is: %s', async (_, body) => {
    expect(await localOrg().send('POST', codes, body)).toMatchObject({
      status: 400,
      body: { message: 'The request body must be a JSON object' },
    });
  });

  test('a body of null is none where none is needed', async () => {
    expect(await localOrg().send('POST', '/api/v2/flows/jobs', 'null')).toMatchObject({ status: 200 });
  });
});

describe('how it is asked', () => {
  test('upper and lower case of a path do not matter, those of ids do', async () => {
    const org = localOrg();
    const id = await org.create(codes, { name: 'Solved' });

    expect(await org.get(`/API/v2/Routing/WrapupCodes/${id}`)).toMatchObject({ status: 200, body: { name: 'Solved' } });
  });

  test('every answer has a correlation id', async () => {
    const { headers } = await localOrg().get(codes);

    expect(headers['inin-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('without a token it is 401', async () => {
    expect(await localOrg().send('GET', codes, undefined, {})).toMatchObject({
      status: 401,
      body: { code: 'authentication.required' },
    });
  });
});

describe('lists', () => {
  const three = async () => {
    const org = localOrg();
    for (const name of ['Solved', 'Sold', 'Wrong number']) await org.create(codes, { name });
    return org;
  };

  test('come page by page, with what is needed to go on', async () => {
    const org = await three();

    expect((await org.get(`${codes}?pageSize=2&pageNumber=1`)).body).toMatchObject({
      entities: [{ name: 'Solved' }, { name: 'Sold' }],
      pageSize: 2,
      pageNumber: 1,
      total: 3,
      pageCount: 2,
      nextUri: `${codes}?pageSize=2&pageNumber=2`,
    });
  });

  test('are empty beyond the last page', async () => {
    const org = await three();

    expect((await org.get(`${codes}?pageSize=2&pageNumber=3`)).body).toMatchObject({
      entities: [],
      total: 3,
      pageCount: 2,
    });
  });

  test.each([
    ['Solved', ['Solved']],
    ['sol*', ['Solved', 'Sold']],
    ['*number', ['Wrong number']],
    ['*ol*', ['Solved', 'Sold']],
    ['nobody', []],
  ])('can be asked for a name: %s', async (name, names) => {
    const org = await three();

    expect(entitiesOf(await org.get(`${codes}?name=${name}`)).map((code) => code['name'])).toEqual(names);
  });
});

describe('a request happens as a whole or not at all', () => {
  test('what cannot be kept did not happen', async () => {
    let full = false;
    const org = localOrg({
      keep: () => {
        if (full) throw new Error('no space left on device');
      },
      onDefect: () => undefined,
    });
    full = true;

    expect(await org.post(codes, { name: 'Solved' })).toMatchObject({ status: 500 });
    expect(entitiesOf(await org.get(codes))).toEqual([]);
  });

  test('a full disk is no defect of the org: 507, with the file and the reason', async () => {
    let isFull = false;
    const org = localOrg({
      keep: () => {
        if (isFull) throw new CannotKeep('.org/journal.jsonl', { code: 'ENOSPC' });
      },
    });
    isFull = true;

    const answer = await org.post(codes, { name: 'Solved' });

    expect(answer.status).toBe(507);
    expect(messageOf(answer)).toBe(
      'This local org keeps nothing: .org/journal.jsonl cannot be written: the disk is full (ENOSPC). Nothing was changed.',
    );
    expect(entitiesOf(await org.get(codes))).toEqual([]);
  });
});

test('features are told from the declarations of the routes', async () => {
  const features = entitiesOf(await localOrg().send('GET', '/flowcdk/features', undefined, {}));

  expect(features).toContainEqual(
    expect.objectContaining({
      method: 'DELETE',
      path: '/api/v2/flows/:id',
      permission: 'architect:flow:delete',
      answers: [204, 404, 409],
      certainty: 'documented',
    }),
  );
});

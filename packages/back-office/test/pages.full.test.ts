import { ids, key, result, Scene } from './private/scene';

const scene = Scene.forTests({
  customerLookups: [
    { dataAction: 'Find customer in Alpha' },
    { dataAction: 'Find customer in Beta', numbers: { countryCode: '33', trunkPrefix: '0' } },
  ],
});

/** A browser as far as forms, links and cookies go. */
class Browser {
  #cookie: string | undefined;

  get(url: string) {
    return this.#send('GET', url);
  }

  post(url: string, fields: Readonly<Record<string, string>>) {
    return this.#send('POST', url, new URLSearchParams(fields).toString());
  }

  async #send(method: 'GET' | 'POST', url: string, payload?: string) {
    const answer = await scene.office.server.inject({
      method,
      url,
      headers: {
        ...(this.#cookie === undefined ? {} : { cookie: this.#cookie }),
        ...(payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(payload === undefined ? {} : { payload }),
    });
    const cookie = answer.headers['set-cookie'];
    if (typeof cookie === 'string') this.#cookie = cookie.split(';')[0];
    return { status: answer.statusCode, html: answer.body, headers: answer.headers, to: answer.headers.location };
  }
}

async function signedIn(path: string, role: 'front-end' | 'reader', keyName = 'test'): Promise<Browser> {
  const browser = new Browser();
  await browser.post(`${path}/sign-in`, { key: await scene.office.keys.add(role, keyName) });
  return browser;
}

const interaction = `/agents/interactions/${ids.conversation}`;

describe('signing in', () => {
  test('who is not signed in is led to the form, and back', async () => {
    const browser = new Browser();
    const { status, to } = await browser.get(interaction);
    expect([status, to]).toEqual([303, `/agents/sign-in?next=${encodeURIComponent(interaction)}`]);
    const answer = await browser.post('/agents/sign-in', {
      key: await scene.office.keys.add('front-end', 'test'),
      next: interaction,
    });

    expect([answer.status, answer.to]).toEqual([303, interaction]);
    expect((await browser.get(interaction)).status).toBe(200);
  });

  test('no script can read the cookie, and no form of another site makes the browser send it', async () => {
    const answer = await new Browser().post('/agents/sign-in', {
      key: await scene.office.keys.add('front-end', 'test'),
    });

    expect(answer.headers['set-cookie']).toMatch(/; Path=\/agents; Max-Age=43200; HttpOnly; SameSite=Lax$/);
  });

  test.each(['wrong', ''])('the key "%s" is refused', async (wrong) => {
    expect((await new Browser().post('/agents/sign-in', { key: wrong })).status).toBe(401);
  });

  test('a key of another role is refused', async () => {
    const reader = await scene.office.keys.add('reader', 'test');
    expect((await new Browser().post('/agents/sign-in', { key: reader })).status).toBe(401);
  });

  test.each(['https://elsewhere.example', '//elsewhere.example', '/agents//elsewhere.example', '/agents/\\elsewhere'])(
    'a link to %s leads nowhere else',
    async (next) => {
      const answer = await new Browser().post('/agents/sign-in', {
        key: await scene.office.keys.add('front-end', 'test'),
        next,
      });
      expect(answer.to).toBe('/agents');
    },
  );

  test('a session ends after twelve hours, and when somebody signs out', async () => {
    const [first, second] = [await signedIn('/agents', 'front-end'), await signedIn('/agents', 'front-end')];
    await first.post('/agents/sign-out', {});
    expect((await first.get('/agents')).status).toBe(303);
    expect((await second.get('/agents')).status).toBe(200);
    scene.wait(12 * 3_600_000);

    expect((await second.get('/agents')).status).toBe(303);
  });
});

test('a session ends with the key that it began with', async () => {
  const { keys } = scene.office;
  const ends = await signedIn('/quality', 'reader', 'revoked');
  const goesOn = await signedIn('/quality', 'reader', 'kept');
  const revoked = (await keys.list()).find(({ name }) => name === 'revoked');
  expect((await ends.get('/quality')).status).toBe(200);
  await keys.revoke(revoked?.id ?? '');

  expect([(await ends.get('/quality')).status, (await goesOn.get('/quality')).status]).toEqual([303, 200]);
});

describe('the page of the agents', () => {
  test('finds a customer by number, and pairs', async () => {
    scene.genesys.customers = { 'Find customer in Alpha': { customerId: ids.customer, fullName: 'Ada Lambert' } };
    const browser = await signedIn('/agents', 'front-end');
    const { html } = await browser.get(`${interaction}?number=${encodeURIComponent('+33 1 42 68 53 00')}`);
    expect(html).toContain('<button>Pair with Ada Lambert</button>');
    expect(scene.genesys.numbers).toEqual(['+33142685300', '0142685300']);
    await browser.post(`${interaction}/customer`, { customerId: ids.customer });

    expect((await browser.get(interaction)).html).toContain(`Paired with the customer <code>${ids.customer}</code>`);
    expect(await scene.office.pairings.customerOf(ids.conversation)).toMatchObject({ customerId: ids.customer });
  });

  test('says that nobody has the number', async () => {
    const browser = await signedIn('/agents', 'front-end');
    expect((await browser.get(`${interaction}?number=0`)).html).toContain('Nobody has this number.');
  });

  test('says which lookup did not answer, beside the customers of the others', async () => {
    const browser = await signedIn('/agents', 'front-end');
    scene.genesys.customers = { 'Find customer in Alpha': { customerId: ids.customer, fullName: 'Ada Lambert' } };
    scene.genesys.failing = 'Find customer in Beta';
    const { html } = await browser.get(`${interaction}?number=0`);
    expect(html).toContain('the data action Find customer in Beta: status 503');
    expect(html).toContain('Pair with Ada Lambert');
  });

  test('cannot pair with an id that is no UUID', async () => {
    scene.genesys.customers = { 'Find customer in Beta': { customerId: 'B-1', fullName: 'Ada' } };
    const browser = await signedIn('/agents', 'front-end');
    expect((await browser.get(`${interaction}?number=1`)).html).toContain('The id is no UUID.');
    expect((await browser.post(`${interaction}/customer`, { customerId: 'B-1' })).status).toBe(400);
  });

  test('shows names as text', async () => {
    const fullName = '<img src=x onerror=alert(1)>"\'&';
    scene.genesys.customers = { 'Find customer in Alpha': { customerId: ids.customer, fullName } };
    const browser = await signedIn('/agents', 'front-end');
    const { html, headers } = await browser.get(`${interaction}?number=${encodeURIComponent('"><script>')}`);

    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;');
    expect(html).not.toMatch(/<img|<script/);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });
});

test('a manager reads how complete the records are', async () => {
  await scene.post(result, key());
  await scene.work();
  const browser = await signedIn('/quality', 'reader');
  const { html } = await browser.get('/quality');

  expect(html).toContain('1 (100.0 %)');
  expect(html).toContain('Nobody paired the call with a customer.');
});

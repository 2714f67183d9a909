import {
  type ServiceRequest,
  fieldsOf,
  type HttpRequest,
  type Json,
  service,
  type Service,
  textOf,
} from 'flowcdk/testing/services';

/** Somebody a database knows. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  /** @default 'standard' */
  readonly tier?: string;
  /** Language tag. @default 'en-us' */
  readonly language?: string;
}

/**
 * A customer database as a service. It speaks the language it is asked in, for each of the three has its own: Alpha
 * lists (`GET /customers?phone=`), Beta searches (`POST /search`), Gamma has persons behind a login
 * (`GET /v2/persons/33142685300`, `POST /oauth/token`).
 *
 * @param find the customer of a number, which is given as digits only: `33142685300`, or `0142685300` where the
 *   database writes national numbers
 */
export const customerDatabase = (find: (digits: string) => Customer | undefined): Service =>
  service((question) => {
    const dialect = dialects.find(({ speaks }) => speaks(question.request, question.url));
    return dialect ? dialect.answers(question, find) : { status: 404, body: { message: 'no such resource' } };
  });

/** Knows nobody. */
export const notFound = (): Service => customerDatabase(() => undefined);

/** Knows whoever calls, by this name. */
export const customer = (name: string, more: Partial<Omit<Customer, 'name'>> = {}): Service =>
  customerDatabase(() => ({ id: 'C-1', name, ...more }));

type Find = Parameters<typeof customerDatabase>[0];

interface Dialect {
  readonly speaks: (request: HttpRequest, url: URL) => boolean;
  readonly answers: (question: ServiceRequest, find: Find) => { readonly status?: number; readonly body: Json };
}

const dialects: readonly Dialect[] = [
  {
    speaks: ({ method }, { pathname }) => method === 'GET' && pathname.endsWith('/customers'),
    answers: ({ url }, find) => {
      const match = find(digits(url.searchParams.get('phone') ?? ''));
      const { id = '', name = '', tier = 'standard', language = 'en-us' } = match ?? {};
      return { body: match ? [{ id, name, tier, language }] : [] };
    },
  },
  {
    speaks: ({ method }, { pathname }) => method === 'POST' && pathname.endsWith('/search'),
    answers: ({ json }, find) => {
      const phone = textOf(fieldsOf(fieldsOf(json)['criteria'])['phone']) ?? '';
      const hit = find(digits(phone));
      const { id = '', name = '', tier = 'standard', language = 'en-us' } = hit ?? {};
      const match = { reference: id, person: { displayName: name, locale: language }, contract: { level: tier } };
      return { body: { match: hit ? match : null } };
    },
  },
  {
    speaks: ({ method }, { pathname }) => method === 'POST' && pathname.endsWith('/token'),
    answers: () => ({ body: { access_token: 'a token of the login', token_type: 'bearer', expires_in: 3600 } }),
  },
  {
    speaks: ({ method }, { pathname }) => method === 'GET' && /\/persons\/[^/]+$/.test(pathname),
    answers: ({ url }, find) => {
      const match = find(digits(decodeURIComponent(url.pathname.replace(/^.*\//, ''))));
      if (!match) return { status: 404, body: { message: 'nobody has this number' } };
      const { id, name, tier = 'standard', language = 'en-us' } = match;
      return { body: { personId: id, fullName: name, segment: tier, preferences: { language } } };
    },
  },
];

const digits = (phone: string): string => phone.replace(/\D/g, '');

import type { JsonObject } from '../state/json';
import { object, required, text, yesNo } from '../state/shape';
import type { Call } from './call';
import { matches, page } from './paging';
import { ApiProblem, dangling } from './refusals';
import { Reply, type Route } from './route';
import { danglingReferences, removeThing } from '../state/references';
import type { RecordOfKind } from '../state/tables';

type EmailDomain = RecordOfKind<'emailDomain'>;

const path = '/api/v2/routing/email/domains';
const permission = 'routing:email:manage';
/** The end of the name of a subdomain. In the cloud it is that of the region. */
const REGION = 'mail.local.example';

const shown = ({ mailFromSettings, customSMTPServer, ...domain }: EmailDomain): JsonObject => ({
  ...domain,
  ...(mailFromSettings === undefined ? {} : { mailFromSettings }),
  ...(customSMTPServer === undefined ? {} : { customSMTPServer }),
  selfUri: `${path}/${encodeURIComponent(domain.id)}`,
});

/** A host name: words of letters, digits and hyphens with dots between them. */
const isDomain = (name: string): boolean =>
  name.length <= 253 && name.split('.').every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(label));

const createBody = {
  id: required(text(256, 1)),
  subDomain: yesNo,
  mailFromSettings: object({ mailFromDomain: text(256) }),
  customSMTPServer: object({ id: text(256) }),
};

function create(call: Call): JsonObject {
  const { id: sent, subDomain = false, ...rest } = call.object(createBody);
  const id = subDomain ? `${sent}.${REGION}` : sent;
  if (!isDomain(id) || !id.includes('.')) {
    throw new ApiProblem(400, 'postino.invalid.domain.name', `id: '${sent}' is no name of a domain.`);
  }
  if (call.org.get('emailDomain', id)) {
    throw new ApiProblem(400, 'postino.domain.exists', `There is a domain '${id}' already.`);
  }
  return keep(call, { id, name: id, subDomain, mxRecordStatus: subDomain ? 'VALID' : 'NOT_AVAILABLE' }, rest);
}

interface Settings {
  readonly mailFromSettings?: { readonly mailFromDomain?: string | undefined } | undefined;
  readonly customSMTPServer?: { readonly id?: string | undefined } | undefined;
}

/** Terraform's provider sends an empty name and an empty id for none. */
function keep(call: Call, domain: EmailDomain, { mailFromSettings, customSMTPServer }: Settings): JsonObject {
  const [from, server] = [mailFromSettings?.mailFromDomain, customSMTPServer?.id];
  const { mailFromSettings: oldFrom, customSMTPServer: oldServer, ...others } = domain;
  const mailFrom =
    from === undefined ? oldFrom : from === '' ? undefined : { mailFromDomain: from, status: 'VERIFIED' };
  const smtp = server === undefined ? oldServer : server === '' ? undefined : { id: server };
  const after: EmailDomain = {
    ...others,
    ...(mailFrom === undefined ? {} : { mailFromSettings: mailFrom }),
    ...(smtp === undefined ? {} : { customSMTPServer: smtp }),
  };
  const missing = danglingReferences(call.org, 'emailDomain', after);
  if (missing.length > 0) throw dangling(missing);
  return shown(call.org.put('emailDomain', after));
}

const changeBody = {
  mailFromSettings: object({ mailFromDomain: text(256) }),
  customSMTPServer: object({ id: text(256) }),
};

const common = { permission, certainty: 'documented' } as const;

export const emailDomainRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    does: 'lists the domains at which the org gets mail',
    ...common,
    answers: [200],
    query: { filter: 'only those in whose name it stands; * at its ends stands for anything' },
    honours: ['excludeStatus'],
    handle: (call) => {
      call.expansions('settings');
      const filter = call.query('filter');
      const all = call.org.all('emailDomain').filter(({ id }) => filter === undefined || matches(id, filter));
      return page(call, all.map(shown), path);
    },
  },
  {
    method: 'POST',
    path,
    does: 'adds a domain at which the org gets mail',
    ...common,
    answers: [200],
    note: `A record: nobody gets or sends mail here, and no name server is asked. A subdomain ends in ${REGION}.`,
    body: createBody,
    handle: create,
  },
  {
    method: 'GET',
    path: `${path}/:id`,
    does: 'gives one domain at which the org gets mail',
    ...common,
    answers: [200, 404],
    note: 'In the cloud routing:email:view suffices.',
    handle: (call) => {
      call.expansions('settings');
      return shown(call.the('emailDomain'));
    },
  },
  {
    method: 'PATCH',
    path: `${path}/:id`,
    does: 'changes the sender and the server of a domain',
    ...common,
    answers: [200, 404],
    body: changeBody,
    handle: (call) => keep(call, call.the('emailDomain'), call.object(changeBody)),
  },
  {
    method: 'DELETE',
    path: `${path}/:id`,
    does: 'deletes a domain',
    ...common,
    answers: [200, 404],
    handle: (call) => {
      removeThing(call.org, 'emailDomain', call.the('emailDomain'));
      return new Reply(200, {});
    },
  },
];

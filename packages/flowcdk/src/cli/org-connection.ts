import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  Connection,
  type Credentials,
  type Exchange,
  localAddress,
  type OrgAddress,
  regionAddress,
  regions,
} from '../pull';
import { tokenOf } from './org-token';
import { complain } from './output';

/** Which org a command reads. */
export interface OrgOptions {
  readonly org?: OrgAddress | undefined;
  readonly region?: OrgAddress | undefined;
}

/** `--org URL` */
export const orgOption = (): Option =>
  new Option('--org <url>', 'address of a local org, such as http://127.0.0.1:8083')
    .argParser(orgAddress)
    .conflicts('region');

/** `--region NAME` */
export const regionOption = (): Option =>
  new Option('--region <name>', 'AWS region of an organisation, such as eu-central-1; otherwise GENESYSCLOUD_REGION')
    .argParser(addressOfRegion)
    .conflicts('org');

/** What the help of a command says of credentials. */
export const CREDENTIALS_HELP = `The OAuth client stands in GENESYSCLOUD_OAUTHCLIENT_ID and
GENESYSCLOUD_OAUTHCLIENT_SECRET, or a token in GENESYSCLOUD_ACCESS_TOKEN. A local
org takes any, or the token in FLOWCDK_ORG_TOKEN. The client only reads;
docs/pull.md lists the permissions.`;

export function orgAddress(text: string): OrgAddress {
  const address = localAddress(text);
  if (address) return address;
  throw new InvalidArgumentError('An address looks like http://127.0.0.1:8083.');
}

function addressOfRegion(text: string): OrgAddress {
  const address = regionAddress(text);
  if (address) return address;
  throw new InvalidArgumentError(`A region is one of ${regions.join(', ')}.`);
}

/** The address of the org that is meant. Without one the command ends. */
export function addressOf({ org, region }: OrgOptions, command: Command): OrgAddress {
  if (org) return org;
  if (region) return region;
  const variable = process.env['GENESYSCLOUD_REGION'];
  if (variable === undefined || variable === '')
    return command.error('error: say which org: --org <url>, or --region <name>', { exitCode: 2 });
  return (
    regionAddress(variable) ??
    command.error(`error: GENESYSCLOUD_REGION is '${variable}'. A region is one of ${regions.join(', ')}.`, {
      exitCode: 2,
    })
  );
}

/** The longest time for an answer. Milliseconds. */
const PATIENCE = 60_000;

/** A connection to an org, with the credentials of the environment. */
export function connectionTo(address: OrgAddress, command: Command): Connection {
  return new Connection({
    address,
    credentials: credentialsFor(address, command),
    exchange,
    now: () => performance.now(),
    pause: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
    onLimit: (seconds) => {
      if (process.stderr.isTTY) complain(`${address.name} says that there were too many requests: ${seconds} s`);
    },
  });
}

/** The credentials of the environment. Without them the command ends. */
export function credentialsFor({ api, login }: OrgAddress, command: Command): Credentials {
  const {
    GENESYSCLOUD_OAUTHCLIENT_ID: clientId,
    GENESYSCLOUD_OAUTHCLIENT_SECRET: secret,
    GENESYSCLOUD_ACCESS_TOKEN: accessToken,
  } = process.env;
  // A local org gives tokens itself.
  if (api === login) {
    const { token, problem } = tokenOf(undefined);
    if (problem !== undefined) command.error(`error: ${problem}`, { exitCode: 2 });
    if (token !== undefined) return { token };
    return clientId && secret ? { clientId, secret } : { token: 'local' };
  }
  if (accessToken) return { token: accessToken };
  if (clientId && secret) return { clientId, secret };
  return command.error(
    'error: the OAuth client is missing: GENESYSCLOUD_OAUTHCLIENT_ID and GENESYSCLOUD_OAUTHCLIENT_SECRET',
    { exitCode: 2 },
  );
}

const exchange: Exchange = async ({ method, url, headers, body }) => {
  const answer = await fetch(url, {
    method,
    headers,
    signal: AbortSignal.timeout(PATIENCE),
    // A token does not follow to another address.
    redirect: 'error',
    ...(body === undefined ? {} : { body }),
  });
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
};

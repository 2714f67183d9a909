/*
 * A web page in a browser on this machine can send requests to a server on this machine. Under a host name of its own,
 * which it lets point here, it can even read the answers ("DNS rebinding"). So an org on this machine answers only under
 * the names of this machine, and no org answers a page of another origin.
 */

/** The names of this machine for itself. */
export const loopbackHosts: readonly string[] = ['127.0.0.1', 'localhost', '::1'];

interface Sender {
  /** The header `Host`. */
  readonly host: string | undefined;
  /** The header `Origin`, which browsers send. */
  readonly origin: string | undefined;
}

/**
 * Why a request is refused for where it comes from. Undefined where it may pass.
 *
 * @param hosts names under which the org may be reached. Undefined: every name
 */
export function strangerIn({ host, origin }: Sender, hosts: readonly string[] | undefined): string | undefined {
  const name = nameIn(`http://${host ?? ''}`);
  const isKnown = (of: string | undefined): boolean => of !== undefined && (hosts?.includes(of) ?? of === name);
  if (hosts !== undefined && !isKnown(name)) {
    return `the org is not reached as ${JSON.stringify(host ?? '')}. It answers to ${hosts.join(', ')}; flowcdk org --allow-host <name> adds a name`;
  }
  if (origin !== undefined && !isKnown(nameIn(origin))) {
    return `a page of ${JSON.stringify(origin)} may not drive the org; flowcdk org --allow-host <name> lets the pages of a host do so`;
  }
  return undefined;
}

/**
 * The address of the org for links in its answers. The header `Host` counts only if it is one of the org's names: a link
 * must not lead somebody, and what they upload, to a host that a stranger chose.
 *
 * @param names undefined: every name
 * @param socket the connection of the request. Its own end stands for a host that is not known
 */
export function originFor(
  host: string | undefined,
  names: readonly string[] | undefined,
  { localAddress = '127.0.0.1', localPort }: { readonly localAddress?: string; readonly localPort?: number },
): string {
  const name = nameIn(`http://${host ?? ''}`);
  if (name !== undefined && (names === undefined || names.includes(name))) return new URL(`http://${host}`).origin;
  const address = localAddress.replace(/^::ffff:/, '');
  return `http://${address.includes(':') ? `[${address}]` : address}${localPort === undefined ? '' : `:${localPort}`}`;
}

/** How many addresses are remembered with their names. Every request of a connection names the same one. */
const REMEMBERED = 100;
const nameOfAddress = new Map<string, string | undefined>();

function nameIn(address: string): string | undefined {
  if (nameOfAddress.has(address)) return nameOfAddress.get(address);
  if (nameOfAddress.size >= REMEMBERED) nameOfAddress.clear();
  const name = nameReadFrom(address);
  nameOfAddress.set(address, name);
  return name;
}

/**
 * The host name in an address, in lower case, without a port. IPv6 addresses come without their brackets. Undefined if
 * the address has more than a host and a port.
 */
function nameReadFrom(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname, username, password, pathname, search, hash } = new URL(address);
  const isMore = [username, password, search, hash].some((part) => part !== '') || !['', '/'].includes(pathname);
  return hostname === '' || isMore ? undefined : hostname.replace(/^\[(.*)\]$/, '$1');
}

/** What a local org may reach over the network: any host, or those that are named. */
export type AllowedNetwork = 'any' | readonly string[];

/**
 * The hosts that a local org may send requests to. This machine is always among them: a service that listens there is
 * one that its user started, and nothing leaves the machine.
 */
export class AllowedHosts {
  readonly #isOpen: boolean;
  readonly #named: readonly string[];

  /** @param allowed `any`, or hosts: `crm.example`, `crm.example:8443`, `*.crm.example` for all hosts below it */
  constructor(allowed: AllowedNetwork = []) {
    this.#isOpen = allowed === 'any';
    this.#named = allowed === 'any' ? [] : allowed.map((host) => host.toLowerCase());
  }

  /** Whether the user named the host of a URL. Then its requests go there, even where a stand-in plays the host. */
  names(url: URL): boolean {
    return this.#named.some((host) => fits(host, url));
  }

  /** Whether a request may go to the host of a URL over the network. */
  allows(url: URL): boolean {
    return this.#isOpen || isLoopback(url) || this.names(url);
  }
}

/** Whether a text names hosts as {@link AllowedHosts} takes them. */
export const isHostPattern = (text: string): boolean =>
  /^(?:(?:\*\.)?[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(text);

function fits(host: string, { hostname, port, protocol }: URL): boolean {
  const withPort = /:(\d+)$/.exec(host);
  const name = withPort ? host.slice(0, withPort.index) : host;
  if (name !== host && withPort?.[1] !== (port || (protocol === 'https:' ? '443' : '80'))) return false;
  // A host may be written with the dot of the root at its end.
  const own = hostname.replace(/\.$/, '');
  return name.startsWith('*.') ? own.endsWith(name.slice(1)) : own === name;
}

/** `URL` has already written an address in its usual form: `127.1` as `127.0.0.1`. */
const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);

/** Folder of the official JavaScript SDK; `npm run test:sdk` fetches it and says where it is. */
export const sdkFolder = process.env['FLOWCDK_SDK'];

type Method = (...args: readonly unknown[]) => Promise<unknown>;

interface Client {
  setGateway(gateway: { readonly protocol: string; readonly host: string; readonly port: number }): void;
  loginClientCredentialsGrant(id: string, secret: string): Promise<{ readonly accessToken: string }>;
  callApi: (path: string, method: string, ...rest: readonly unknown[]) => unknown;
}

/** As much of the SDK as the tests touch: its client, and classes with the methods of the API. */
export interface Sdk {
  readonly ApiClient: { readonly instance: Client };
  readonly [api: string]: unknown;
}

export const loadSdk = (folder: string): Sdk => jest.requireActual<Sdk>(folder);

/** One method of the SDK and the request it makes. */
export interface SdkMethod {
  /** `RoutingApi.postRoutingSkills` */
  readonly name: string;
  readonly verb: string;
  /** `/api/v2/routing/skills/{skillId}` */
  readonly path: string;
  /** What it takes, in order: `['skillId', 'body', 'opts']`. */
  readonly parameters: readonly string[];
  readonly call: Method;
}

/** Every method of the SDK, by what it asks for when it is called without looking at the answer. */
export function methodsOf(sdk: Sdk): SdkMethod[] {
  const client = sdk.ApiClient.instance;
  const { callApi } = client;
  const methods: SdkMethod[] = [];
  for (const [api, value] of Object.entries(sdk)) {
    if (!api.endsWith('Api') || typeof value !== 'function') continue;
    const instance = new (value as new () => Record<string, Method>)();
    for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(instance))) {
      const method = instance[name];
      if (name === 'constructor' || typeof method !== 'function') continue;
      const [, list = ''] = /\(([^)]*)\)/.exec(method.toString()) ?? [];
      const parameters = list.split(',').map((parameter) => parameter.trim());
      client.callApi = (path, verb) => {
        methods.push({ name: `${api}.${name}`, verb, path, parameters, call: method.bind(instance) });
        return Promise.resolve();
      };
      void method.apply(
        instance,
        parameters.map((parameter) => (parameter === 'opts' ? {} : 'x')),
      );
    }
  }
  client.callApi = callApi;
  return methods;
}

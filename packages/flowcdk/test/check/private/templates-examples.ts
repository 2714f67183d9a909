export interface Parts {
  readonly url?: string;
  readonly header?: string;
  readonly body?: string;
  readonly map?: string;
  readonly defaults?: string;
  readonly template?: string;
  readonly input?: string;
  readonly output?: string;
}

export const dataAction = ({ url, header, body, map, defaults, template, input, output }: Parts = {}): string =>
  `dataAction: Find customer
input: ${input ?? '{ phoneNumber: string, limit: integer }'}
output: ${output ?? '{ customerId: string, tags: "string[]" }'}
url: ${url ?? 'https://customers.example/find'}
headers: ${header ?? '{}'}
body: ${JSON.stringify(body ?? '{}')}
translationMap: ${map ?? '{ id: $.id, tags: "$.tags[*]" }'}
translationMapDefaults: ${defaults ?? '{}'}
successTemplate: ${JSON.stringify(template ?? '{"customerId": ${id}, "tags": ${tags}}')}
`;

import { callerStory, type StoryStep } from '../callers/caller-story';
import { type CallRoute, callRoutesIn } from '../callers/opening-hours';
import { kindName } from '../flow/kind-names';
import type { Finding } from '../../ground/finding';
import { isFlowKind, isVoiceFlow } from '../../ground/flow-kinds';
import type { InspectedFlow } from '../site/flow-site';
import type { StackResource } from '../stacks/stack-model';
import { markup, type Markup } from './markup';
import { pageText } from './page';

/** Everything that the first page shows. */
export interface Overview {
  readonly title: string;
  readonly flows: readonly InspectedFlow[];
  readonly resources: readonly StackResource[];
  readonly findings: readonly Finding[];
  /** The page of a resource, by its id; undefined where it has none. */
  readonly pageOf: (id: string) => string | undefined;
}

/** The first page, in two parts: one for the business, one for engineers. */
export function overviewPage(overview: Overview): string {
  const { title } = overview;
  return pageText({
    title,
    script: 'overview',
    body: markup`<header>
        <h1>${title}</h1>
        <nav class="tabs" aria-label="For whom">
          <a href="#business" data-tab="business">For the business</a
          ><a href="#engineers" data-tab="engineers">For engineers</a>
        </nav>
      </header>
      <main class="text-page">
        <section class="tab" id="business" aria-label="For the business">${business(overview)}</section>
        <section class="tab" id="engineers" aria-label="For engineers">${engineers(overview)}</section>
      </main>`,
  });
}

function business({ flows, resources, pageOf }: Overview): Markup {
  const routes = callRoutesIn(resources);
  const names = new Map(resources.map(({ id, name }) => [id, name]));
  const conversations = flows.filter(({ model }) => talksToPeople(model.kind));
  return markup`${
    routes.length > 0 &&
    markup`<h2>Numbers and opening hours</h2>
        <ul class="cards">
          ${routes.map((route) => routeCard(route, names, pageOf))}
        </ul>`
  }
    <h2>What callers experience</h2>
    ${
      conversations.length === 0
        ? markup`<p>No flow here talks to people.</p>`
        : conversations.map(
            ({ model, page }) =>
              markup`<section>
                <h3 id="story-${page}"><a href="${page}">${model.name}</a></h3>
                <p>${model.description}</p>
                ${story(callerStory(model))}
              </section>`,
          )
    }`;
}

const talksToPeople = (kind: string): boolean =>
  (isFlowKind(kind) && isVoiceFlow(kind)) || /message|email|chat|bot|voice|survey/i.test(kind);

function routeCard(route: CallRoute, names: ReadonlyMap<string, string>, pageOf: Overview['pageOf']): Markup {
  const link = (id: string | undefined): Markup | string => {
    if (id === undefined) return 'nobody';
    const page = pageOf(id);
    const name = names.get(id) ?? id;
    return page === undefined ? name : markup`<a href="${page}">${name}</a>`;
  };
  const { name, numbers, open, closed, holiday, openHours, holidays, timeZone } = route;
  return markup`<li>
    <h3>${name}</h3>
    <p>${numbers.join(', ')}</p>
    <dl>
      <dt>
        Open${openHours.length > 0 && markup`: ${openHours.join('; ')}`}${timeZone !== undefined && ` (${timeZone})`}
      </dt>
      <dd>${link(open)}</dd>
      ${
        closed !== undefined &&
        markup`<dt>Closed</dt>
          <dd>${link(closed)}</dd>`
      }${
        holiday !== undefined &&
        markup`<dt>Holidays</dt>
          <dd>
            ${link(holiday)}
            <details>
              <summary>${holidays.length} days</summary>
              <ul>
                ${holidays.map((day) => markup`<li>${day}</li>`)}
              </ul>
            </details>
          </dd>`
      }
    </dl>
  </li>`;
}

const lead: Readonly<Record<StoryStep['role'], string>> = {
  place: '',
  hears: 'hears ',
  keys: '',
  queue: '',
  goes: '',
  ends: '',
  way: '',
};

const story = (steps: readonly StoryStep[]): Markup | undefined =>
  steps.length === 0
    ? undefined
    : markup`<ul class="story-${steps[0]?.role ?? ''}">
        ${steps.map(
          ({ role, text, steps: inner }) =>
            markup`<li><span class="step ${role}">${lead[role]}${text}</span>${story(inner)}</li>`,
        )}
      </ul>`;

function engineers(overview: Overview): Markup {
  const { flows, resources } = overview;
  return markup`<h2>Flows</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Flow</th>
          <th scope="col">Kind</th>
          <th scope="col">Names</th>
          <th scope="col">Findings</th>
        </tr>
      </thead>
      <tbody>
        ${flows.map(
          ({ model, page }) =>
            markup`<tr>
              <th scope="row"><a href="${page}">${model.name}</a></th>
              <td>${kindName(model.kind)}</td>
              <td>${namedBy(model, overview)}</td>
              <td>
                ${model.findings.length === 0 ? 'none' : markup`<a href="${page}#findings">${model.findings.length}</a>`}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${attributes(flows)}${resourceTables(overview)}${services(resources)}${findings(overview)}`;
}

function namedBy(model: InspectedFlow['model'], { resources, pageOf, flows }: Overview): Markup {
  const links = model.containers
    .flatMap(({ actions }) => actionsDeep(actions))
    .flatMap(({ links: own }) => own)
    .filter(({ container, kind }) => container === undefined && kind !== 'dataActionCategory' && kind !== 'prompt');
  const unique = [...new Map(links.map((link) => [`${link.kind} ${link.name}`, link])).values()];
  return markup`${unique.map(({ kind, name }, i) => {
    const resource = resources.find((candidate) => sameKind(candidate.kind, kind) && candidate.name === name);
    const page =
      kind === 'flow' ? flows.find((flow) => flow.model.name === name)?.page : resource && pageOf(resource.id);
    return markup`${i > 0 && ', '}${page === undefined ? name : markup`<a href="${page}">${name}</a>`}`;
  })}`;
}

const actionsDeep = (actions: InspectedFlow['model']['containers'][number]['actions']): typeof actions =>
  actions.flatMap((action) => [action, ...action.ways.flatMap((way) => actionsDeep(way.actions))]);

/** `dataAction` of a link is `data action` of a resource. */
export const sameKind = (resource: string, link: string): boolean =>
  resource.replace(/[ -]/g, '').toLowerCase() === link.toLowerCase();

/** Participant data of all flows: who writes an attribute and who reads it. */
function attributes(flows: readonly InspectedFlow[]): Markup | false {
  const uses = flows.flatMap(({ model, page }) => model.attributes.map((attribute) => ({ ...attribute, model, page })));
  const names = [...new Set(uses.map(({ name }) => name))].sort((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1));
  const cell = (name: string | undefined, which: 'writtenBy' | 'readBy'): Markup => {
    const own = uses.filter((use) => use.name === name && use[which].length > 0);
    return markup`${own.length === 0 ? 'nobody here' : own.map(({ model, page, [which]: ids }, i) => markup`${i > 0 && ', '}<a href="${page}#${ids[0]}">${model.name}</a>`)}`;
  };
  return (
    names.length > 0 &&
    markup`<h2>Participant data</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Attribute</th>
            <th scope="col">Written by</th>
            <th scope="col">Read by</th>
          </tr>
        </thead>
        <tbody>
          ${names.map(
            (name) =>
              markup`<tr>
                <th scope="row"><code>${name ?? '(known only when the flow runs)'}</code></th>
                <td>${cell(name, 'writtenBy')}</td>
                <td>${cell(name, 'readBy')}</td>
              </tr>`,
          )}
        </tbody>
      </table>`
  );
}

function resourceTables({ resources, pageOf }: Overview): Markup {
  const kinds = [...new Set(resources.map(({ kind }) => kind))].filter((kind) => kind !== 'flow').sort();
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const users = new Map<string, StackResource[]>();
  for (const resource of resources)
    for (const id of resource.refersTo) users.set(id, [...(users.get(id) ?? []), resource]);
  const link = ({ id, kind, name }: StackResource): Markup => {
    const page = pageOf(id);
    return page === undefined ? markup`${kind} ${name}` : markup`<a href="${page}">${kind} ${name}</a>`;
  };
  const list = (all: readonly StackResource[]): Markup =>
    markup`${all.map((resource, i) => markup`${i > 0 && ', '}${link(resource)}`)}`;
  return markup`${kinds.map(
    (kind) =>
      markup`<h2>${kind.charAt(0).toUpperCase()}${kind.slice(1)}</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Refers to</th>
              <th scope="col">Used by</th>
            </tr>
          </thead>
          <tbody>
            ${resources
              .filter((resource) => resource.kind === kind)
              .map((resource) => {
                const page = pageOf(resource.id);
                const uses = resource.refersTo.flatMap((id) => byId.get(id) ?? []);
                return markup`<tr>
                  <th scope="row">${page === undefined ? resource.name : markup`<a href="${page}">${resource.name}</a>`}</th>
                  <td>${list(uses)}</td>
                  <td>${list(users.get(resource.id) ?? [])}</td>
                </tr>`;
              })}
          </tbody>
        </table>`,
  )}`;
}

/** Hosts that data actions ask. */
function services(resources: readonly StackResource[]): Markup | false {
  const actions = resources.filter(({ kind }) => kind === 'data action');
  const hosts = new Map<string, string[]>();
  for (const { name, values } of actions) {
    const request = JSON.stringify(values['config_request'] ?? '');
    const [, host] = /https?:\/\/([^/"?$\\]+)/.exec(request) ?? [];
    if (host !== undefined) hosts.set(host, [...(hosts.get(host) ?? []), name]);
  }
  return (
    hosts.size > 0 &&
    markup`<h2>External services</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Host</th>
            <th scope="col">Asked by</th>
          </tr>
        </thead>
        <tbody>
          ${[...hosts].map(
            ([host, names]) =>
              markup`<tr>
                <th scope="row">${host}</th>
                <td>${names.join(', ')}</td>
              </tr>`,
          )}
        </tbody>
      </table>`
  );
}

/** The findings, those of one place together. */
function findings({ findings: all, flows }: Overview): Markup {
  if (all.length === 0)
    return markup`<h2>Findings</h2>
      <p>The rules find nothing.</p>`;
  const byPlace = new Map<string, Finding[]>();
  for (const finding of all) {
    const place = placeOf(finding);
    byPlace.set(place, [...(byPlace.get(place) ?? []), finding]);
  }
  return markup`<h2>Findings</h2>
    ${[...byPlace].map(
      ([place, own]) =>
        markup`<h3>${place}</h3>
          <ul class="findings">
            ${own.map((finding) => findingInPlace(finding, flows))}
          </ul>`,
    )}`;
}

/** The flow of a finding, or its file where it has none. */
const placeOf = ({ path, at }: Finding): string => path?.split(' / ')[0] ?? at?.file ?? 'Everywhere';

function findingInPlace({ severity, message, help, rule, at, path }: Finding, flows: readonly InspectedFlow[]): Markup {
  const page = flows.find(({ model }) => model.file === at?.file)?.page;
  const place = [path, at && `line ${at.line}`].filter((part) => part !== undefined).join(', ');
  return markup`<li class="finding ${severity}">
    <strong>${severity}</strong> ${message} ${help !== undefined && markup`<span class="help">${help}</span>`}
    <span class="rule">${rule}</span>
    ${page === undefined || !at ? place : markup`<a href="${page}#L${at.line}">${place}</a>`}
  </li>`;
}

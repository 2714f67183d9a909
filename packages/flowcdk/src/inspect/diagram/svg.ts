import type { FlowModel } from '../flow/flow-model';
import { actionsOfFlow, type ActionModel, type Tone } from '../flow/flow-model';
import { kindName } from '../flow/kind-names';
import { escaped, markup, type Markup } from '../html/markup';
import { diagramStyle } from '../html/page';
import { iconOf, iconSymbols } from './icons';
import { type DiagramForm, type PlacedBox, type PlacedContent, type PlacedDiagram, SIZES } from './layout';
import type { Point } from './blocks';
import { fitted } from './text-width';

/** How a diagram is drawn. */
export interface Marks {
  /** The ways that tests took: `12` for an action, `12: success` for a way. @default nothing is marked */
  readonly taken?: ReadonlySet<string> | undefined;
  /** Stands before the names of arrows and icons, where a page has several diagrams. @default nothing */
  readonly prefix?: string | undefined;
}

/** A diagram as SVG, with all containers open. A script can bring it into its other forms. */
export function diagramSvg(placed: PlacedDiagram, model: FlowModel, marks: Marks = {}): Markup {
  const open = placed.forms['open'] as DiagramForm;
  const { prefix = '' } = marks;
  const drawing = new Drawing(model, marks);
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="diagram" role="group" aria-label="Diagram of ${model.name}" viewBox="0 0 ${rounded(open.width)} ${rounded(open.height)}" width="${rounded(open.width)}" height="${rounded(open.height)}">
<defs>${tones.map((tone) => arrow(tone, prefix))}${iconSymbols(prefix)}</defs>
<g class="between">${placed.diagram.edges.map(
    ({ ways, from, to, actions }, i) =>
      markup`<path class="edge ${ways.includes('call') ? 'call' : ''}" data-from="${from}" data-to="${to}" data-actions="${actions.join(' ')}" d="${pathOf(open.edges[i] ?? [])}" marker-end="url(#${prefix}arrow-plain)"><title>${ways.join(', ')}</title></path>`,
  )}</g>
${['start', 'error'].map((id) => drawing.beginning(id, open))}
${placed.containers.map(({ container, content }) => {
  const place = open.places[container.id] ?? { x: 0, y: 0 };
  return markup`<g class="container" data-container="${container.id}" transform="translate(${rounded(place.x)} ${rounded(place.y)})">${drawing.shut(container.id, container.kind, container.name)}${drawing.wide(container.id, container.kind, container.name, content)}</g>`;
})}
</svg>`;
}

/** A diagram as a file of its own. It carries the colours of the pages. */
export function standaloneSvg(placed: PlacedDiagram, model: FlowModel): string {
  const { text } = diagramSvg(placed, model);
  const end = text.indexOf('>') + 1;
  // Styles are text in XML, too. The colours are written out, as a drawing program knows no variables.
  return `${text.slice(0, end)}<style>${escaped(diagramStyle())}</style>${text.slice(end)}\n`;
}

const tones: readonly Tone[] = ['plain', 'failure', 'timeout'];

const arrow = (tone: Tone, prefix: string): Markup =>
  markup`<marker id="${prefix}arrow-${tone}" class="arrow ${tone}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0.500L8 4L0 7.500z"/></marker>`;

/** Tenths of a pixel are exact enough, and shorter. */
export const rounded = (n: number): string => String(Math.round(n * 10) / 10);

/** The path of a line as SVG writes it. */
export const pathOf = (points: readonly Point[]): string =>
  points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${rounded(x)} ${rounded(y)}`).join('');

class Drawing {
  readonly #models: ReadonlyMap<string, ActionModel>;
  readonly #findings: ReadonlyMap<string, 'error' | 'warning'>;
  readonly #prefix: string;

  constructor(
    model: FlowModel,
    readonly marks: Marks,
  ) {
    const actions = actionsOfFlow(model);
    this.#prefix = marks.prefix ?? '';
    this.#models = new Map(actions.map((action) => [action.id, action]));
    this.#findings = new Map(
      actions.flatMap(({ id, findings }) =>
        findings[0] ? [[id, findings.some(({ severity }) => severity === 'error') ? 'error' : 'warning'] as const] : [],
      ),
    );
  }

  beginning(id: string, form: DiagramForm): Markup | undefined {
    const place = form.places[id];
    if (!place) return undefined;
    const { x, y, width, height } = place;
    return markup`<g class="beginning ${id}" data-container="${id}" transform="translate(${rounded(x)} ${rounded(y)})"><rect width="${width}" height="${height}" rx="12"/><text x="${width / 2}" y="16">${id}</text></g>`;
  }

  /** A container that is closed: its kind and name. */
  shut(id: string, kind: string, name: string): Markup {
    const { width, height } = SIZES.closed;
    return markup`<a class="shut" href="#${id}" data-id="${id}"><rect class="frame" width="${width}" height="${height}" rx="6"/><text class="kind" x="12" y="20">${kindName(kind)}</text><text class="name" x="12" y="38">${fitted(name, 13, width - 24)}</text></a>`;
  }

  wide(id: string, kind: string, name: string, content: PlacedContent): Markup {
    const { width, height } = content;
    return markup`<g class="wide"><rect class="frame" width="${rounded(width)}" height="${rounded(height)}" rx="6"/><a class="title" href="#${id}" data-id="${id}"><rect class="head" width="${rounded(width)}" height="24" rx="6"/><text x="12" y="17"><tspan class="kind">${kindName(kind)}</tspan> ${fitted(name, 13, width - 100)}</text></a>${this.#content(content)}</g>`;
  }

  #content({ boxes, edges }: PlacedContent): Markup {
    return markup`${edges.map(
      ({ edge, points }) =>
        markup`<path class="edge ${edge.tone}" d="${pathOf(points)}" marker-end="url(#${this.#prefix}arrow-${edge.tone})"/>`,
    )}${boxes.map((box) => this.#box(box))}`;
  }

  #box(placed: PlacedBox): Markup {
    const { box, x, y, content } = placed;
    const at = markup` transform="translate(${rounded(x)} ${rounded(y)})"`;
    if (content) return this.#around(placed, content, at);
    switch (box.shape) {
      case 'enter':
      case 'off':
      case 'turn':
        return markup`<g class="dot ${box.shape}"${at}><circle cx="7" cy="7" r="6"/><title>${box.label}</title></g>`;
      case 'way':
        return this.#way(placed, at);
      default:
        return this.#action(placed, at);
    }
  }

  /** A loop, or a choice with actions. Its content can be hidden where it stands. */
  #around({ box, width, height }: PlacedBox, content: PlacedContent, at: Markup): Markup {
    return markup`<g class="around ${box.shape}" data-around="${box.id}"${at}><rect class="frame" width="${rounded(width)}" height="${rounded(height)}" rx="6"/><g class="fold" role="button" tabindex="0" aria-expanded="true"><rect class="head" width="${rounded(width)}" height="24" rx="6"/><text x="12" y="17">${box.key === undefined ? '' : `${box.key}  `}${fitted(box.label, 12, width - 30)}</text></g><g class="inner">${this.#content(content)}</g></g>`;
  }

  #way({ box, width, height }: PlacedBox, at: Markup): Markup {
    const { number, kind = '' } = this.#models.get(box.kind) ?? {};
    const name = box.id.slice(box.id.indexOf('-') + 1);
    // A successful transfer leaves the flow and takes no way, and choices of menus are not counted.
    const isCounted = number !== undefined && !(kind.startsWith('transfer') && name === 'success');
    return markup`<g class="way ${box.tone} ${isCounted && this.#taken(`${number}: ${name}`)}"${at}><rect width="${rounded(width)}" height="${rounded(height)}" rx="10"/><text x="${rounded(width / 2)}" y="14">${fitted(box.label, 11, width - 12)}</text><title>${box.label}</title></g>`;
  }

  #action({ box, width, height }: PlacedBox, at: Markup): Markup {
    const { id, kind, key, label } = box;
    const model = this.#models.get(id);
    const finding = this.#findings.get(id);
    const target = model?.links.find(({ container }) => container !== undefined)?.name;
    const isPlain = (model?.ways.length ?? 0) === 0;
    const taken = isPlain && model?.number !== undefined ? this.#taken(String(model.number)) : '';
    const second = target === undefined ? kindName(kind) : `${kindName(kind)} → ${target}`;
    return markup`<a class="action ${iconOf(kind)} ${box.shape} ${finding ?? ''} ${taken}" href="#${id}" data-id="${id}"${at}><rect width="${width}" height="${height}" rx="5"/><use href="#${this.#prefix}icon-${iconOf(kind)}" x="10" y="14" width="16" height="16"/><text class="name" x="34" y="19">${key === undefined ? '' : `${key}  `}${fitted(label, 12, width - 48)}</text><text class="kind" x="34" y="34">${fitted(second, 10, width - 44)}</text>${finding === undefined ? undefined : markup`<circle class="finding" cx="${width - 10}" cy="10" r="5"/>`}${fitted(label, 12, width - 48) !== label && markup`<title>${label}</title>`}</a>`;
  }

  #taken(key: string): string {
    if (!this.marks.taken) return '';
    return this.marks.taken.has(key) ? 'taken' : 'missed';
  }
}

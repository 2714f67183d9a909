import type { Container, ContainerReference } from './containers';

/** A state, task or menu. A function, where it is defined further down or refers back. */
export type Target<C extends Container> = C | (() => C);

/** A reference to a container of a definition. */
export const referenceTo = (target: Target<Container>): ContainerReference =>
  Object.freeze({ kind: 'container', container: typeof target === 'function' ? target : () => target });

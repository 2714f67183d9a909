export { parseTemplate } from './parse';
export { renderTemplate, type RenderOptions } from './render';
export { type Variables } from './scope';
export { TemplateError, type TemplateErrorKind } from './template-error';
export { type Template } from './tree';

export { parseTemplate } from './parse';
export { renderTemplate, type RenderOptions, type Variables } from './render';
export { TemplateError, type TemplateErrorKind } from './template-error';
export { type Template } from './tree';

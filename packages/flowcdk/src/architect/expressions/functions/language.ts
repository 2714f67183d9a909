import { asking, func, type FunctionDeclaration } from '../declaration';

export const language: readonly FunctionDeclaration[] = [
  func('GetDefaultLanguage', 'language', "Tag of the flow's default language, such as en-us.", [
    asking([], 'string', ({ org }) => org.defaultLanguage()),
  ]),
  func('GetSupportedLanguages', 'language', 'Tags of all languages the flow supports.', [
    asking([], 'string[]', ({ org }) => org.supportedLanguages()),
  ]),
];

import { languageNotSupported } from '../../../src/check/rules/language-not-supported';
import { call } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const english = (more = ''): { readonly more: string } => ({
  more: `supportedLanguages: { en-us: { none: true } }\n${more}`,
});
const bye = '- disconnect: { name: Bye }';
const french = `- setLanguage: { name: French, language: { lit: fr-fr } }\n${bye}`;

ruleTest(languageNotSupported, {
  valid: {
    'a language of the flow, whatever its case': call(
      french.replace('fr-fr', 'EN-US'),
      english('defaultLanguage: en-us'),
    ),
    'a language with a line for the dash': call(french.replace('fr-fr', 'en_US'), english()),
    'one of several languages': call(french, {
      more: 'supportedLanguages: { en-us: { none: true }, fr-fr: { none: true } }',
    }),
    'a language that is filled in later': call(bye, english('defaultLanguage: "{{language}}"')),
    'languages of which some are filled in later': call(french, {
      more: 'supportedLanguages: { "{{language}}": { none: true } }',
    }),
    'a flow that does not say what it supports': call(french),
    'a language that is worked out': call(french.replace('lit: fr-fr', 'exp: Flow.language'), english()),
  },
  invalid: {
    'a language the flow is switched to': {
      in: call(french, english()),
      finds: ['flow / Task / French: fr-fr, the language it switches to, is not among the languages the flow supports'],
    },
    'the default language': {
      in: call(bye, english('defaultLanguage: de-de')),
      finds: ['flow: de-de, the default language, is not among the languages the flow supports'],
    },
    'words of a menu choice': {
      in: call('- jumpToMenu: { targetMenuRef: "./menus/menu[m]" }', {
        ...english(),
        menus:
          '- menu: { name: Main, refId: m, choices: [menuDisconnect: { name: Bye, speechRecTerms: { fr-fr: { terms: [adieu] } } }] }',
      }),
      finds: ['flow / Main: fr-fr, the language of Bye, is not among the languages the flow supports'],
    },
  },
});

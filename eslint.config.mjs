import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Words that say nothing of what a name stands for. A type's name does not contain them either: `ToldOptions`. */
const emptyWords = ['told', 'given', 'found', 'asked', 'wanted', 'made', 'one'];
const emptyTypeWords = emptyWords.map((word) => word[0].toUpperCase() + word.slice(1));

export default tseslint.config(
  { ignores: ['**/dist/', '**/cdktf.out/', 'coverage/', 'docs-api/', 'node_modules/'] },
  eslint.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      // A definition reads like the call; an empty branch or a phantom type parameter is meant.
      '@typescript-eslint/no-empty-object-type': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      eqeqeq: 'error',
      '@typescript-eslint/naming-convention': [
        'error',
        {
          selector: ['variable', 'parameter', 'function', 'classProperty', 'classMethod', 'typeParameter'],
          format: null,
          custom: { regex: `^(${[...emptyWords, ...emptyTypeWords].join('|')})$`, match: false },
        },
        {
          selector: ['typeAlias', 'interface', 'class'],
          format: null,
          custom: { regex: `(${emptyTypeWords.join('|')})(?![a-z])`, match: false },
        },
      ],
    },
  },
  {
    // What is longer has several concerns, and parts by them. Classes and tables are as long as they need to be.
    files: ['packages/*/src/**', 'applications/**'],
    ignores: ['applications/*/test/**'],
    rules: { 'max-lines-per-function': ['error', { max: 55, IIFEs: true }] },
  },
  {
    // Every action is a generator, whether or not it has something to wait for; so is what stands in for one in a test.
    files: ['packages/flowcdk/src/emulator/runtime/**', 'packages/flowcdk/test/emulator/runtime/**'],
    rules: { 'require-yield': 'off' },
  },
  {
    files: ['**/*.cjs', '**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: {
        require: 'readonly',
        module: 'writable',
        exports: 'writable',
        process: 'readonly',
        __dirname: 'readonly',
        __filename: 'readonly',
        Buffer: 'readonly',
        console: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // Scripts of pages. A browser reads them one after the other: shared.js, then that of the page.
    files: ['packages/flowcdk/pages/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: {
        ...Object.fromEntries(
          ['document', 'location', 'history', 'CSS', 'addEventListener', 'requestAnimationFrame'].map((name) => [
            name,
            'readonly',
          ]),
        ),
        ...Object.fromEntries(
          ['byId', 'dataOf', 'showTab', 'Viewer', 'fold', 'run', 'step'].map((name) => [name, 'writable']),
        ),
      },
    },
    rules: { '@typescript-eslint/no-unused-vars': ['error', { vars: 'local' }], 'no-redeclare': 'off' },
  },
  {
    files: ['applications/wallboard/page/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: { document: 'readonly', EventSource: 'readonly', setInterval: 'readonly' },
    },
  },
);

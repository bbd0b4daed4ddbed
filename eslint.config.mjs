import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

const NO_ENV = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'The environment is read in config.ts only.',
};
const NAMES = {
  selector: 'TSInterfaceDeclaration[id.name=/^I[A-Z]/], ClassDeclaration[id.name=/(Impl|Manager|Helper)$/]',
  message: 'Name a thing for what it is: no I…, …Impl, …Manager, …Helper.',
};
const NO_DEFAULT = { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' };
const NO_STAR = { selector: 'ExportAllDeclaration', message: 'No star exports: a name has one home.' };
// TypeORM's save, remove and transaction begin transactions of their own: the whole batch of the write queue is refused.
const NO_OWN_TRANSACTION = {
  selector: 'CallExpression[callee.property.name=/^(save|remove|transaction)$/]',
  message: 'Inside the write queue use insert, update, delete, find or query.',
};
const HOUSE = [NO_ENV, NAMES, NO_DEFAULT, NO_STAR];

export default tseslint.config(
  { ignores: ['dist', 'dist-tools', 'dist-clients', 'generated', 'coverage', 'node_modules'] },
  eslint.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 12],
      'no-restricted-syntax': ['error', ...HOUSE],
      'no-control-regex': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { prefer: 'type-imports', fixStyle: 'inline-type-imports' },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
    },
  },
  { files: ['src/config.ts'], rules: { 'no-restricted-syntax': ['error', NAMES, NO_DEFAULT, NO_STAR] } },
  { files: ['src/persistence/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...HOUSE, NO_OWN_TRANSACTION] } },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts', 'tools/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', NAMES, NO_DEFAULT, NO_STAR],
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', module: 'writable', require: 'readonly', URL: 'readonly' },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);

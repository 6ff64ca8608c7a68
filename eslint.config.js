import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * Folders by the concept that decides who may import whom (ARCHITECTURE.md, "Who may import whom").
 * The first pattern that fits wins, so that narrower folders stand before wider ones.
 */
const elements = [
  { type: 'shared', pattern: 'shared' },
  { type: 'core', pattern: 'main/core' },
  { type: 'adapter', pattern: 'main/adapters/*', capture: ['adapter'] },
  { type: 'engine', pattern: 'main/engine' },
  { type: 'desktop', pattern: 'main/desktop' },
  { type: 'preload', pattern: 'main/preload' },
  { type: 'cli', pattern: 'main/cli' },
  { type: 'renderer', pattern: 'renderer' },
  { type: 'test', pattern: 'test' },
];

const mayImport = {
  shared: ['shared'],
  core: ['core', 'shared'],
  engine: ['engine', 'adapter', 'core', 'shared'],
  cli: ['cli', 'engine', 'shared'],
  desktop: ['desktop', 'shared'],
  preload: ['preload', 'shared'],
  renderer: ['renderer', 'shared'],
};

const element = (selector) => ({ element: selector });
const policies = [
  ...Object.entries(mayImport).map(([from, to]) => ({
    from: element({ type: from }),
    allow: { to: element({ types: { anyOf: to } }) },
  })),
  // An adapter knows the core and its own folder, never another adapter.
  { from: element({ type: 'adapter' }), allow: { to: element({ types: { anyOf: ['core', 'shared'] } }) } },
  {
    from: element({ type: 'adapter' }),
    allow: { to: element({ type: 'adapter', captured: { adapter: '{{from.element.captured.adapter}}' } }) },
  },
  // Packages and Node's own modules are ruled by the lists below.
  { allow: { to: { module: { origin: ['external', 'core'] } } } },
];

const only = (message, ...names) => names.map((name) => ({ name, message }));
const node = [
  'node:*',
  'fs',
  'path',
  'crypto',
  'child_process',
  'worker_threads',
  'os',
  'net',
  'http',
  'https',
  'dns',
  'zlib',
];
const network = only(
  'Tessera opens no connection and listens on no socket (SECURITY.md).',
  'node:net',
  'node:http',
  'node:https',
  'node:http2',
  'node:dns',
  'node:tls',
  'node:dgram',
  'net',
  'http',
  'https',
  'dns',
  'tls',
  'undici',
);
const electron = only('Only main/desktop and main/preload know Electron.', 'electron');

export default tseslint.config(
  { ignores: ['dist', 'out', 'node_modules', 'test/fixtures/pool', 'docs'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['{shared,main,renderer}/**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', policies }],
      'no-restricted-imports': ['error', { paths: [...network, ...electron] }],
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Tessera opens no connection (SECURITY.md).' }],
      'no-restricted-properties': [
        'error',
        { property: 'openExternal', message: 'Nothing leaves the app (SECURITY.md).' },
      ],
    },
  },
  {
    files: ['shared/**/*.{ts,tsx}', 'main/core/**/*.ts', 'renderer/**/*.{ts,tsx}'],
    ignores: ['renderer/vite-env.d.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [...network, ...electron],
          patterns: [{ group: node, message: 'Pure code: no Node here; pass it in through a port.' }],
        },
      ],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [...network, ...electron, { name: 'zod', message: 'zod 4 needs eval, which the page forbids.' }],
          patterns: [{ group: node, message: 'The page has no Node.' }],
        },
      ],
    },
  },
  {
    files: ['main/desktop/**/*.ts', 'main/preload/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: network }] },
  },
  // The one exception: `tessera pack fetch`, which no host and no engine can reach (test/architecture).
  {
    files: ['main/cli/safe-download.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: electron }] },
  },
  { files: ['main/cli/**/*.ts', 'test/**/*.{ts,tsx}', '*.ts'], rules: { 'no-console': 'off' } },
  { files: ['**/*.cjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly' } } },
);

import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['dist/**', 'data/**', 'node_modules/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'Take `now` as an argument; only the entry points read the clock.',
        },
      ],
    },
  },
  {
    files: [
      'src/platform/**',
      'src/cli/**',
      'src/main.ts',
      '**/*.test.ts',
      'bench/**',
      'e2e/**',
      'scripts/**',
      'test/**',
      'web/**',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
)

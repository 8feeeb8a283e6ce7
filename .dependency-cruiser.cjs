/**
 * Who may import whom (docs/adr and ARCHITECTURE.md say why). «Call down, listen up»: lower never imports upper, and a
 * folder is entered through its index.ts; pages also read contract.ts and terms.ts, which hold no behaviour.
 * test/promises/boundaries.test.ts runs this; `npx depcruise src web` shows the same.
 */

/** From the lowest to the highest. Those on one line do not know each other. */
const engines = [
  ['ledger', 'calendar', 'histories'],
  ['clocks'],
  ['rules', 'paths'],
  ['measures'],
  ['registers'],
]
const modules = [
  ['organisation'],
  ['access'],
  ['vault'],
  ['notices'],
  ['evidence'],
  ['residents'],
  ['institutions'],
  ['catalogue'],
  ['licences'],
  ['hall', 'cases'],
  ['recusal'],
  ['findings'],
  [
    'supervision',
    'complaints',
    'evaluations',
    'inspections',
    'campaigns',
    'projects',
    'tasks',
    'discipline',
    'correction',
    'learning',
    'disclosure',
    'publicity',
  ],
  ['rectification'],
  ['accountability'],
  ['scores'],
  ['mining', 'exchange'],
]

const oneOf = (names) => `(${names.join('|')})`

/** For each line: it imports neither a higher line nor a neighbour on its own. */
const order = (folder, lines) =>
  lines.flatMap((line, at) =>
    line.map((name) => ({
      name: `${folder}-order`,
      comment: `${name} is below or beside what it imports`,
      severity: 'error',
      // A test may set up the whole office around what it looks at.
      from: { path: `^src/${folder}/${name}/`, pathNot: String.raw`\.test\.ts$` },
      to: {
        path: `^src/${folder}/${oneOf(lines.slice(at).flat())}/`,
        pathNot: `^src/${folder}/${name}/`,
      },
    })),
  )

const layer = (name, from, to) => ({ name, severity: 'error', from: { path: from }, to: { path: to } })

const doors = String.raw`/(index|contract|terms)\.ts$`
const test = String.raw`\.test\.ts$`

module.exports = {
  forbidden: [
    layer('kernel-knows-nobody', '^src/kernel/', '^(src/(platform|engines|modules|cli)|web)/'),
    layer('platform-below-engines', '^src/platform/', '^(src/(engines|modules|cli)|web)/'),
    layer('engines-below-modules', '^src/engines/', '^(src/(modules|cli)|web)/'),
    layer('modules-below-cli', '^src/modules/', '^(src/(cli|demo)|web)/'),
    layer('demo-below-cli', '^src/demo/', '^(src/cli|web)/'),
    ...order('engines', engines),
    ...order('modules', modules),
    ...['engines', 'modules', 'platform']
      .map((folder) => ({
        name: 'through-the-door',
        comment: 'A folder is used through its index.ts (pages: contract.ts, terms.ts)',
        severity: 'error',
        from: { path: '^(src|web|bench)/', pathNot: test },
        to: { path: `^src/${folder}/([^/]+)/`, pathNot: doors },
      }))
      .map((rule) => ({
        ...rule,
        // Inside one folder everything may be used; $1 is its name.
        from: { ...rule.from, path: '^src/(?:engines|modules|platform)/([^/]+)/' },
        to: { ...rule.to, pathNot: [doors, '^src/(?:engines|modules|platform)/$1/'] },
      })),
    {
      name: 'through-the-door-from-outside',
      severity: 'error',
      from: { path: '^(src/(cli/|demo/|[^/]+\\.ts)|web/)', pathNot: test },
      to: { path: '^src/(engines|modules|platform)/([^/]+)/', pathNot: doors },
    },
    {
      name: 'pages-hold-no-behaviour-of-the-server',
      comment: 'Pages import contracts, words and the kernel, never what runs on the server',
      severity: 'error',
      from: { path: '^web/', pathNot: test },
      to: {
        path: '^src/',
        pathNot: String.raw`^src/(kernel/|(engines|modules|platform)/[^/]+/(contract|terms)\.ts$)`,
      },
    },
    {
      name: 'contracts-stay-light',
      comment: 'What pages import must not pull the server in behind it; types leave nothing behind',
      severity: 'error',
      from: {
        path: String.raw`^src/(engines|modules|platform)/[^/]+/([a-z]+-contract|[a-z]+-shapes?|contract|terms)\.ts$`,
      },
      to: {
        path: '^src/',
        dependencyTypesNot: ['type-only'],
        pathNot: String.raw`^src/(kernel/|(engines|modules|platform)/[^/]+/([a-z]+-contract|[a-z]+-shapes?|contract|terms)\.ts$)`,
      },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: { pathNot: test },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'declared-packages-only',
      comment: 'A package that only came along with another may be gone tomorrow',
      severity: 'error',
      from: { path: '^(src|web)/', pathNot: `${test}|^web/vite` },
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined', 'npm-dev'],
        pathNot: '^(test|bench)/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
    },
  },
}

// The floors of the house (docs/design/house.md): imports only go down; a feature is entered through its door.
const worker = '^packages/worker/src'
const floors = ['shared', 'ports', 'db', 'adapters', 'core', 'web', 'engine', 'features', 'objects', 'jobs']
const above = {
  shared: floors.filter((floor) => floor !== 'shared'),
  ports: floors.filter((floor) => !['ports', 'shared'].includes(floor)),
  db: floors.filter((floor) => !['db', 'shared'].includes(floor)),
  core: ['adapters', 'web', 'engine', 'features', 'objects', 'jobs'],
  adapters: ['web', 'engine', 'features', 'objects', 'jobs'],
  web: ['adapters', 'engine', 'features', 'objects', 'jobs'],
  engine: floors.filter((floor) => !['engine', 'shared'].includes(floor)),
  features: ['adapters', 'objects', 'jobs'],
  objects: ['adapters', 'jobs'],
  jobs: ['adapters', 'objects'],
}

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: { path: '^packages' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    ...Object.entries(above).map(([floor, higher]) => ({
      name: `${floor}-only-looks-down`,
      severity: 'error',
      from: { path: `${worker}/${floor}/`, pathNot: '\\.test\\.ts$' },
      to: { path: `${worker}/(${higher.join('|')})/` },
    })),
    {
      name: 'only-compose-knows-adapters',
      severity: 'error',
      from: { path: worker, pathNot: [`${worker}/compose\\.ts$`, `${worker}/adapters/`, '\\.test\\.ts$'] },
      to: { path: `${worker}/adapters/` },
    },
    {
      name: 'the-raw-client-has-two-importers',
      severity: 'error',
      from: { path: '^packages', pathNot: [`${worker}/db/(tenant|system)\\.ts$`] },
      to: { path: `${worker}/db/client\\.ts$` },
    },
    {
      name: 'a-feature-has-one-door',
      comment: 'index.ts, and for queries joined across features table.ts, store.ts, schema.ts and access.ts',
      severity: 'error',
      from: { path: `${worker}/features/([^/]+)/`, pathNot: '\\.test\\.ts$' },
      to: { path: `${worker}/features/`, pathNot: [`${worker}/features/$1/`, '/(index|table|schema|store|access)\\.ts$'] },
    },
    {
      name: 'vendors-live-in-adapters',
      severity: 'error',
      from: { path: worker, pathNot: [`${worker}/adapters/`, `${worker}/db/`, '\\.test\\.ts$'] },
      to: { path: 'node_modules/(openai|stripe|livekit-server-sdk|@neondatabase)/' },
    },
    {
      name: 'nobody-imports-the-worker',
      comment: 'packages/local tells the two web doors apart by one pure file, and runs the migrations',
      severity: 'error',
      from: { path: '^packages/(sdk|widget|dashboard/src)|^examples' },
      to: { path: '^packages/worker' },
    },
    { name: 'sdk-stands-alone', severity: 'error', from: { path: '^packages/sdk/src' }, to: { path: '^packages/(widget|dashboard|local|worker)' } },
    { name: 'no-utils', severity: 'error', from: {}, to: { path: '/(utils?|helpers?|common|misc|types)\\.ts$', pathNot: 'node_modules|generated|packages/sdk/src/types\\.ts$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|/generated/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
}

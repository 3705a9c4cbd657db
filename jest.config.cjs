const transform = { '\\.[jt]sx?$|\\.mjs$': 'babel-jest' }
// Jest's sandbox makes each look at a global slow, and a third of the processor's time went there. What nobody replaces while a
// test runs (unlike Date, process.env and timers) is handed to every module as a parameter.
const sandboxInjectedGlobals = [
  'Array',
  'Error',
  'JSON',
  'Map',
  'Math',
  'Number',
  'Object',
  'Promise',
  'Set',
  'String',
  'Symbol',
]
/** A bench lays functions there beside the built ones, with the same names. */
const modulePathIgnorePatterns = ['<rootDir>/.cache/bench/']
const node = {
  modulePathIgnorePatterns,
  testEnvironment: 'node',
  sandboxInjectedGlobals,
  transform: { '\\.ts$': '<rootDir>/tests/esbuild-transform.cjs' },
}

/** @type {import('jest').Config} */
module.exports = {
  testTimeout: 60_000,
  maxWorkers: 2,
  testSequencer: '<rootDir>/tests/longest-first.cjs',
  projects: [
    {
      ...node,
      displayName: 'cloud',
      testMatch: [
        '<rootDir>/tests/{domain,cloud,emulator,types,policies,checks,deploy}/**/*.test.ts',
        '<rootDir>/tests/*.test.ts',
      ],
    },
    {
      modulePathIgnorePatterns,
      displayName: 'pages',
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { url: 'http://localhost/?at=117.149,31.8375' }, // where the person stands
      transform,
      testMatch: ['<rootDir>/tests/pages/**/*.test.tsx'],
      globals: {
        CLOUD_ENV: '',
        PICTURES: '/pictures',
        LOCATION: 'precise',
        MESSAGE_TEMPLATES: { meal: null, visit: null, application: null },
      }, // put in by the build elsewhere
      moduleNameMapper: {
        '^@/(.*)$': '<rootDir>/src/$1',
        '\\.(scss|css)$': '<rootDir>/tests/pages/style.cjs',
        '^@tarojs/components$': '<rootDir>/tests/pages/mock-components.tsx',
        '^@tarojs/taro$': '<rootDir>/tests/pages/mock-taro.ts',
      },
    },
    {
      modulePathIgnorePatterns,
      displayName: 'weapp',
      testEnvironment: 'jsdom',
      transform: {},
      testMatch: ['<rootDir>/tests/weapp/**/*.test.cjs'],
    },
    {
      ...node,
      displayName: 'browser',
      testMatch: ['<rootDir>/tests/browser/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/browser/open-browser.ts',
    },
  ],
}

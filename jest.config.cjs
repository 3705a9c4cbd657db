const transform = { '\\.[jt]sx?$|\\.mjs$': 'babel-jest' }
const node = { testEnvironment: 'node', transform: { '\\.ts$': '<rootDir>/tests/esbuild-transform.cjs' } }

/** @type {import('jest').Config} */
module.exports = {
  testTimeout: 60_000,
  maxWorkers: 2,
  projects: [
    {
      ...node,
      displayName: 'cloud',
      testMatch: [
        '<rootDir>/tests/{domain,cloud,emulator,types,policies,checks}/**/*.test.ts',
        '<rootDir>/tests/*.test.ts',
      ],
    },
    {
      displayName: 'pages',
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { url: 'http://localhost/?at=117.149,31.8375' }, // where the person stands
      transform,
      testMatch: ['<rootDir>/tests/pages/**/*.test.tsx'],
      globals: { CLOUD_ENV: '', PICTURES: '/pictures', MESSAGE_TEMPLATES: '' }, // put in by the build elsewhere
      moduleNameMapper: {
        '^@/(.*)$': '<rootDir>/src/$1',
        '\\.(scss|css)$': '<rootDir>/tests/pages/style.cjs',
        '^@tarojs/components$': '<rootDir>/tests/pages/mock-components.tsx',
        '^@tarojs/taro$': '<rootDir>/tests/pages/mock-taro.ts',
      },
    },
    {
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
      globalTeardown: '<rootDir>/tests/browser/close-browser.ts',
    },
  ],
}

import { join } from 'node:path'
import { defineConfig } from '@tarojs/cli'
import TsconfigPathsPlugin from 'tsconfig-paths-webpack-plugin'

const root = join(__dirname, '..')
const target = process.env.TARO_ENV ?? 'h5'

const location = process.env.LOCATION || 'precise'
if (!['precise', 'fuzzy', 'none'].includes(location))
  throw new Error(`LOCATION 是 ${location}，只能是 precise、fuzzy 或者 none`)

/** Sizes are real px on both targets: rpx shrinks on narrow phones, and 60 px must stay 60 px. */
const postcss = { pxtransform: { enable: false, config: {} } }

/** Contracts carry values too (state tables), and Taro compiles only `src` by itself; the rest is written for new engines. */
const compile = { include: ['types', 'config', 'node_modules/uqr'].map((folder) => join(root, folder)) }

/**
 * esbuild is much faster than terser and cssnano. The mini-program keeps those: every kilobyte of it counts, and they
 * make its main package 20 KB smaller.
 */
const minifying = {
  jsMinimizer: 'esbuild',
  esbuild: {
    minify: {
      enable: true,
      config: { target: 'es2020', format: 'iife', css: true, legalComments: 'external' },
    },
  },
  csso: { enable: false },
} as const

/** What terser does by itself and Taro switches off: 8 KB of the main package. */
const shorter = {
  collapse_vars: true,
  comparisons: true,
  inline: true,
  loops: true,
  properties: true,
  reduce_vars: true,
  switches: true,
  passes: 2,
}

interface Chain {
  performance: { hints(show: boolean): void }
  optimization: { get(name: 'splitChunks'): { cacheGroups: object }; splitChunks(options: object): void }
  resolve: { plugin(name: string): { use(plugin: unknown): void } }
}
const webpackChain = (chain: Chain) => {
  chain.performance.hints(false) // tests/ measure what is shipped
  chain.resolve.plugin('tsconfig-paths').use(TsconfigPathsPlugin)
}

/** What several pages show is built, sent and compiled once, and not again with each of them. */
const withShared = (chain: Chain) => {
  webpackChain(chain)
  const known = chain.optimization.get('splitChunks')
  const shared = { name: 'shared', chunks: 'async', minChunks: 3, priority: 100, enforce: true }
  chain.optimization.splitChunks({ ...known, cacheGroups: { ...known.cacheGroups, shared } })
}

export default defineConfig<'webpack5'>({
  projectName: 'silver-station',
  date: '2026-01-01',
  designWidth: 390,
  deviceRatio: { 390: 1 },
  sourceRoot: 'src',
  outputRoot: `dist/${target}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // Only for who builds again and again: writing a cache costs a first build more than any other gains by it. Never for
  // a mini-program: from a warm cache, the chunks that sub-packages share keep their old code.
  cache: { enable: target === 'h5' && process.env.BUILD_CACHE === '1' },
  plugins: [require.resolve('./plugin-aria.js'), require.resolve('./plugin-held-page.js')],
  terser: {
    config: {
      compress: shorter,
      output: { ascii_only: false }, // a Chinese character is three bytes as it is, and six as an escape
    },
  },
  defineConstants: {
    /** CloudBase environment; empty: the mini-program's default one. */
    CLOUD_ENV: JSON.stringify(process.env.CLOUD_ENV ?? ''),
    /** Where the phone finds pictures of meals: a folder of `<name>.svg`. Empty: a drawn sign stands in. */
    PICTURES: JSON.stringify(target === 'h5' ? '/pictures' : (process.env.PICTURES ?? '')),
    /** The subscribe messages' templates, as config/templates.mjs read them from TEMPLATE_MEAL and the others. */
    MESSAGE_TEMPLATES: process.env.MESSAGE_TEMPLATES ?? '{}',
    /** How exactly the phone may ask where somebody is, as WeChat has approved it. */
    LOCATION: JSON.stringify(location),
  },
  copy: {
    patterns:
      target === 'weapp'
        ? [
            { from: 'src/components/station-map/pins', to: 'dist/weapp/pins' },
            { from: 'src/sitemap.json', to: 'dist/weapp/sitemap.json' },
          ]
        : [],
    options: {},
  },
  mini: {
    postcss,
    compile,
    webpackChain,
    miniCssExtractPluginOption: { ignoreOrder: true },
  },
  h5: {
    ...minifying,
    publicPath: '/app/',
    staticDirectory: 'static',
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { ...postcss, autoprefixer: { enable: true, config: {} } },
    compile,
    webpackChain: withShared,
  },
})

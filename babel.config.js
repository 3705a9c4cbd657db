// In tests the fast-refresh plugin is off: it would ask for a runtime that only the dev server provides.
const refresh = process.env.NODE_ENV === 'test' ? { hot: false } : {}

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', ...refresh }]],
}

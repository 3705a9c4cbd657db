// In tests the fast-refresh plugin is off: it would ask for a runtime that only the dev server provides.
const refresh = process.env.NODE_ENV === 'test' ? { hot: false } : {}

// The preview runs in browsers of the last years, the mini-program in engines of 2015.
const engines =
  process.env.TARO_ENV === 'h5'
    ? { targets: { chrome: '100', edge: '100', firefox: '100', safari: '15' } }
    : {}

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', ...refresh, ...engines }]],
}

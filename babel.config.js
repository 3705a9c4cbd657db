// In tests the fast-refresh plugin is off: it would ask for a runtime that only the dev server provides.
const refresh = process.env.NODE_ENV === 'test' ? { hot: false } : {}

// The preview runs in browsers of the last years. The mini-program stays ES5: by WeChat's table (miniprogram-compat 1.0.5) base
// library 2.32.3 runs from iOS 13 and Chrome 86 on, which read ES2019, but that floor is set by hand in a console, and an older
// phone that cannot read one file shows an empty page, not a word that it is too old. tests/sizes.test.ts reads every file.
const engines =
  process.env.TARO_ENV === 'h5'
    ? { targets: { chrome: '100', edge: '100', firefox: '100', safari: '15' } }
    : {}

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', ...refresh, ...engines }]],
}

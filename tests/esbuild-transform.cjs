// Compiles TypeScript for jest's Node projects as it is written: same engine, nothing lowered for old browsers.
const { transformSync } = require('esbuild')

module.exports = {
  process(source, file) {
    const { code, map } = transformSync(source, {
      loader: 'ts',
      format: 'cjs',
      target: 'node20',
      sourcefile: file,
      sourcemap: 'external',
      supported: { 'dynamic-import': false }, // jest resolves modules itself
    })
    return { code, map }
  },
}

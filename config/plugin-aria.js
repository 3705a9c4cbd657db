const { join } = require('node:path')
const { components } = require('./aria-components')

/** Lets aria attributes through to WeChat: into the templates at build time, into the short names at run time. */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template || platform.platform !== 'weapp') return
      platform.runtimePath = [].concat(platform.runtimePath, join(__dirname, 'aria-runtime.js'))
      platform.template.mergeComponents(ctx, structuredClone(components))
    },
  })
}

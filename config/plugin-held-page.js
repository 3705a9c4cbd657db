/** Put by `src/platform/hold-still.ts`; WeChat's own element, and it has to be the first of a page. */
const heldPage = `<page-meta page-style="{{isHeld ? 'overflow: hidden;' : ''}}" />`

/** Lets a page be held still beneath a sheet. Taro's `PageMeta` would bring a navigation bar along that names the page anew. */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn({ template, platform }) {
      if (!template || platform !== 'weapp') return
      const { buildPageTemplate } = template
      template.buildPageTemplate = (...page) =>
        buildPageTemplate(...page).replace('<template ', `${heldPage}\n<template `)
    },
  })
}

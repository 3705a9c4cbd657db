const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { PROJECT } = require('./town.cjs')

/**
 * For each of Taro's short element names its tag and, by attribute, the key in the page's data that the built template
 * puts there. What no template passes on does not reach WeChat, and is not read here either.
 */
let templates

function readTemplates() {
  const wxml = readFileSync(join(PROJECT, 'dist/weapp/base.wxml'), 'utf8')
  const found = {}
  for (const [, name, tag, attributes] of wxml.matchAll(
    /<template name="tmpl_0_(\d+)(?:_blur)?">\s*<(\w[\w-]*)([^>]*)/g,
  )) {
    if (tag === 'template') continue // an element in two states; the next one is read
    const keys = [...attributes.matchAll(/([\w-]+)="\{\{(?:xs\.b\()?i\.(\w+)/g)]
    found[name] = {
      tag,
      keys: keys.map(([, attribute, key]) => [attribute, key]),
      isCatching: attributes.includes('catchtouchmove'),
    }
  }
  return found
}

/** An element of the page as WeChat gets it: `{ tag, id, sid, attributes, words, children, isCatching }`, the last whether it stops a finger's moves. */
function readNode(data) {
  templates ??= readTemplates()
  const { tag, keys, isCatching } = templates[data.nn]
  const children = (data.cn ?? []).map(readNode)
  const attributes = Object.fromEntries(
    keys.filter(([, key]) => data[key] !== undefined).map(([attribute, key]) => [attribute, data[key]]),
  )
  const heard = children.filter((child) => String(child.attributes['aria-hidden']) !== 'true')
  const words = tag === 'block' ? (data.v ?? '') : heard.map((child) => child.words).join('')
  return { tag, id: data.uid ?? data.sid, sid: data.sid, attributes, words, children, isCatching }
}

/** All elements of a page, from the data that was set. */
function readPage({ root }) {
  const withAll = (node) => [node, ...node.children.flatMap(withAll)]
  return (root.cn ?? []).map(readNode).flatMap(withAll)
}

/** What a reader says of an element; a label that was taken away is an empty one. */
const nameOf = ({ attributes, words }) => attributes['aria-label'] || words

/** The one element with such a role, or box to write in, that is called so. */
function findOne(page, words, isWanted) {
  const all = page.filter(isWanted)
  const exact = all.filter((node) => nameOf(node) === words)
  const found = exact.length > 0 ? exact : all.filter((node) => nameOf(node).includes(words))
  if (found.length === 1) return found[0]
  throw new Error(`${found.length} × “${words}” among: ${all.map(nameOf).join(' | ')}`)
}

module.exports = { readPage, nameOf, findOne }

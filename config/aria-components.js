// Taro's WeChat templates carry no aria attribute at all. These are the ones that our components use, and where.
const words = ['role', 'label', 'hidden', 'live', 'level']
const states = ['disabled', 'busy', 'modal', 'expanded', 'current', 'checked', 'selected']
const attributes = (names) => Object.fromEntries(names.map((name) => [`aria-${name}`, '']))

module.exports.components = {
  View: attributes([...words, ...states]),
  Text: attributes(words),
  Image: attributes(['role', 'label', 'hidden']),
  Input: attributes(['label', 'invalid']),
  Textarea: attributes(['label', 'invalid']),
  Button: attributes(['role', 'label']),
}

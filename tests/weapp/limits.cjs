/** Half of what WeChat's audit allows, and less. */
const LIMITS = { nodes: 600, depth: 20, children: 40, setData: 64 * 1024, perSecond: 5 }

/** How heavy a rendered page is, in elements. */
function weigh(root) {
  const depthOf = (element) => 1 + Math.max(0, ...[...element.children].map(depthOf))
  const all = [...root.querySelectorAll('*')]
  return {
    nodes: all.length,
    depth: depthOf(root) - 1,
    children: Math.max(...[root, ...all].map((element) => element.children.length)),
  }
}

/** Bytes of one `setData` on its way from the program to the screen. */
const sizeOf = (data) => Buffer.byteLength(JSON.stringify(data))

/** The most that fell into any second. `times` in milliseconds, rising. */
function mostInASecond(times) {
  const since = times.map((from, nth) => times.slice(nth).filter((time) => time - from < 1000).length)
  return Math.max(0, ...since)
}

/** What of a page is beyond the limits, in words; empty when nothing is. */
function excesses({ dom, updates }) {
  const { nodes, depth, children } = weigh(dom)
  const largest = Math.max(0, ...updates.map(({ bytes }) => bytes))
  const most = mostInASecond(updates.map(({ at }) => at))
  return [
    nodes >= LIMITS.nodes && `${nodes} nodes`,
    depth >= LIMITS.depth && `${depth} deep`,
    children > LIMITS.children && `${children} children`,
    largest > LIMITS.setData && `a setData of ${largest} bytes`,
    most > LIMITS.perSecond && `${most} setData in a second`,
  ].filter(Boolean)
}

module.exports = { LIMITS, excesses, mostInASecond, sizeOf, weigh }

const { excesses, mostInASecond, sizeOf, weigh } = require('./limits.cjs')

/** An element with so many children, each of them so deep. */
const tree = (children, depth = 1) => {
  const root = document.createElement('div')
  root.innerHTML = `${'<b>'.repeat(depth)}${'</b>'.repeat(depth)}`.repeat(children)
  return root
}
const updates = (...times) => times.map((at) => ({ at, bytes: 100 }))
const small = tree(3)

describe('weigh', () => {
  it('counts elements, the longest way down and the largest family', () => {
    expect(weigh(tree(4, 3))).toEqual({ nodes: 12, depth: 3, children: 4 })
    expect(weigh(tree(0))).toEqual({ nodes: 0, depth: 0, children: 0 })
  })
})

describe('sizeOf', () => {
  it('counts bytes, not characters', () => {
    expect(sizeOf({ v: '驿' })).toBe('{"v":"xxx"}'.length)
  })
})

describe('mostInASecond', () => {
  it.each([
    [[], 0],
    [[5], 1],
    [[0, 999], 2],
    [[0, 1000], 1],
    [[0, 900, 1000, 1100, 1899, 1900], 4],
  ])('of %j is %i', (times, most) => {
    expect(mostInASecond(times)).toBe(most)
  })
})

describe('excesses', () => {
  it('finds nothing on a light page', () => {
    expect(excesses({ dom: small, updates: updates(0, 1, 2, 3, 4) })).toEqual([])
  })

  it.each([
    ['600 nodes', { dom: tree(40, 15), updates: [] }],
    ['20 deep', { dom: tree(1, 20), updates: [] }],
    ['41 children', { dom: tree(41), updates: [] }],
    ['6 setData in a second', { dom: small, updates: updates(0, 100, 200, 300, 400, 999) }],
    ['a setData of 65537 bytes', { dom: small, updates: [{ at: 0, bytes: 64 * 1024 + 1 }] }],
  ])('says %s', (words, page) => {
    expect(excesses(page)).toEqual([words])
  })
})

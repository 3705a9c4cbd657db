// Jest knows how long a file takes only where it has run before; in a fresh clone it goes by size, and a long one that starts
// last keeps one worker busy while the other has nothing left. The longest known files start first, whatever else there is.
const { default: Sequencer } = require('@jest/test-sequencer')

const LONGEST = [
  'browser/measures',
  'cloud/races',
  'cloud/time-outs',
  'cloud/faults',
  'cloud/markers',
  'cloud/access-matrix',
  'cloud/repeats',
  'cloud/bodies',
]

const rank = ({ path }) => {
  const at = LONGEST.findIndex((name) => path.includes(`/tests/${name}.test.`))
  return at === -1 ? LONGEST.length : at
}

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => rank(a) - rank(b))
  }
}

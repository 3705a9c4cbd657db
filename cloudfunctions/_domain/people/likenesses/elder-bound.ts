import type { Following } from '../../elder-row'
import { placeOfPair } from './pairs'

type Side = 'elderId' | 'otherId'

/** Pairs in which she stands on one side: they go with her data, and follow her to another station. */
const onSide = (found: Side): Following<'likenesses'> => ({
  found,
  live: 'never',
  told: 'nobody',
  forgotten: [{ removed: 'whole' }],
  moved: {
    where: () => ({}),
    set: () => ({}),
    promised: {
      where: () => ({}),
      together: {
        reads: ({ elderId, otherId }) => ({ elders: found === 'elderId' ? otherId : elderId }),
        becomes(pair, { elders: other }, { elder }) {
          const place = other && placeOfPair(elder, other)
          if (!place || (place.stationId === pair.stationId && place.townId === pair.townId)) return null
          return { likenesses: { ...pair, ...place } }
        },
      },
    },
  },
  copied: { not: 'what staff were asked about her; what they decided stands in her log' },
})

/** Registrations that may be of the same person as hers, whichever of the two is the later one. */
export const likenesses = { ...onSide('elderId'), otherSide: onSide('otherId') }

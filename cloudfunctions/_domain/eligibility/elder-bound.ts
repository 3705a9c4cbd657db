import type { ElderRow, Forgetting } from '../elder-row'
import { applicationPart, decisionsPart } from '../people/privacy/copy'
import { pathsOf, photosOf } from './photos'

const applicationsGo: Forgetting<'applications'> = {
  removed: 'whole',
  files: (application) => ({ ids: photosOf(application), paths: [] }),
}
const determinationsGo: Forgetting<'determinations'> = { removed: 'whole' }
/** The place itself is kept for its term: a phone that knows it may still put a photo there, which the night then finds. */
const uploadsGo: Forgetting<'uploads'> = {
  where: { isGivenUp: null },
  set: () => ({ isGivenUp: true }),
  files: (upload) => ({ ids: [], paths: pathsOf(upload) }),
}

/** What she applied for, with the photos of her papers. */
export const applications: ElderRow<'applications'> = {
  found: 'elderId',
  live: 'never',
  told: { asked: 'whoever applied is told of a decision only if they may know of it then' },
  forgotten: [applicationsGo],
  withdrawn: { category: applicationsGo },
  moved: { joinedToo: true, where: () => ({}), set: ({ stationId, townId }) => ({ stationId, townId }) },
  copied: { part: 'person', by: 'id', direction: 'asc', as: (found) => found.map(applicationPart) },
}

/** What was decided on it. */
export const determinations: ElderRow<'determinations'> = {
  found: 'elderId',
  live: 'never',
  told: 'nobody',
  forgotten: [determinationsGo],
  withdrawn: { category: determinationsGo },
  moved: 'stays',
  copied: {
    part: 'person',
    by: 'id',
    direction: 'asc',
    as: (found) => (found.length > 0 ? [decisionsPart(found)] : []),
  },
}

/** Places that were given out for photos of her papers. */
export const uploads: ElderRow<'uploads'> = {
  found: 'elderId',
  live: 'never',
  told: 'nobody',
  forgotten: [uploadsGo],
  withdrawn: { category: uploadsGo },
  moved: 'stays',
  copied: { not: 'a photo stands with its application' },
}

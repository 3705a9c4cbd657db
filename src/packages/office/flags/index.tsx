import { ForReviewer } from '../for-reviewer'
import { supervises } from '../of-district'
import { FlagList } from './flag-list'

const title = '对不上的地方'

/** Records that do not fit together, for somebody to ask about. */
export default function Flags() {
  return (
    <ForReviewer title={title}>{(me) => <FlagList title={title} supervises={supervises(me)} />}</ForReviewer>
  )
}

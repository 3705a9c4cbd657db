import { ForReviewer } from '../for-reviewer'
import { ReviewList } from './review-list'
import './index.scss'

const title = '认定申请'

/** What elders of the caller's towns or districts ask to be recognised as. */
export default function Reviews() {
  return <ForReviewer title={title}>{(me) => <ReviewList title={title} me={me} />}</ForReviewer>
}

import { Button } from '@/components/button'
import { Notice } from '@/components/notice'

interface Props {
  act: { trouble: string | null; isPending: boolean }
  isSaved: boolean
  /** What is missing yet, as the button says it; null when it can be kept. */
  missing?: string | null
  /** The full verb: 改好电话. */
  children: string
  onTap(): void
}

/** The end of a short step: why it was not kept, or that it was, and the button. */
export function SaveFoot({ act, isSaved, missing = null, children, onTap }: Props) {
  return (
    <>
      {act.trouble && <Notice>{act.trouble}</Notice>}
      {isSaved && <Notice kind="ok">记好了。</Notice>}
      <Button pending={act.isPending} disabled={missing !== null} onTap={onTap}>
        {missing ?? children}
      </Button>
    </>
  )
}

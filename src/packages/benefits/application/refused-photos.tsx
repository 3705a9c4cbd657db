import type { Application } from '#types/eligibility/applications'
import { Notice } from '@/components/notice'
import { isAwaited } from '@/services/application-words'

interface Props {
  application: Application
  mayWithdraw: boolean
}

/** Which papers nobody can look at, since WeChat's check refused their photos, and what can be done. */
export function RefusedPhotos({ application: { state, documents }, mayWithdraw }: Props) {
  const seen = documents.filter(({ isRefused }) => !isRefused).map(({ label }) => label)
  const unseen = [...new Set(documents.map(({ label }) => label))].filter((label) => !seen.includes(label))
  if (unseen.length === 0 || !(isAwaited(state) || state === 'returned')) return null
  const what = `${unseen.join('、')}的照片没有通过微信的检查，看材料的人看不到。`
  if (!mayWithdraw) return <Notice>{`${what}请打电话给驿站，问一问怎么办。`}</Notice>
  return (
    <Notice>
      {state === 'returned'
        ? `${what}请重新拍一张，再交一次。`
        : `${what}请先撤回这次申请，再重新拍一张交上来；也可以打电话问驿站。`}
    </Notice>
  )
}

import type { ActFor } from '#types/people'
import { roleWord } from '#types/words/roles'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Title } from '@/components/text'
import { openTab } from '@/platform/navigation'
import type { ReplyFrom } from '@/services/cloud'
import { actFor } from '@/services/person'
import { callWord } from '@/services/words'

interface Props {
  accepted: ReplyFrom<'people.accept'>
  /** While the phone finds out for whom the caller may act now. */
  isAsking: boolean
  /** Whom the caller may act for from now on; null where the phone could not find out yet. */
  elder: ActFor | null
}

/** It is done: what that means, and the way on. */
export function Accepted({ accepted: { kind, from, role }, isAsking, elder }: Props) {
  if (kind === 'staff') {
    return (
      <PageFrame title="邀请" action={<Button onTap={() => openTab('pages/me')}>到“我的”看看</Button>}>
        <Title>{role ? `${from}${roleWord[role]}，您接受了` : '您接受了'}</Title>
        <Notice kind="ok">已经收到，还要审核和培训。到了哪一步，在“我的”里看得到。</Notice>
      </PageFrame>
    )
  }
  const goOn = () => {
    if (elder) actFor(elder.id)
    openTab('pages/home')
  }
  const isSelf = kind === 'self'
  return (
    <PageFrame
      title="邀请"
      action={
        <Button pending={isAsking} onTap={goOn}>
          {isSelf ? '去首页' : `去帮${elder ? callWord(elder) : from}办`}
        </Button>
      }
    >
      <Title>{isSelf ? '接好了' : `您能帮${from}办事了`}</Title>
      <Notice kind="ok">
        {isSelf
          ? '您的登记在这部手机上了。想订餐、想请人上门，都可以自己点。'
          : `${from}能看到您办了什么。想换一位老人办，在“我的”里换。`}
      </Notice>
    </PageFrame>
  )
}

import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ActFor, Me } from '#types/people'
import type { Offer } from '#types/people/circle'
import { PageFrame } from '@/components/page-frame'
import type { ReplyFrom } from '@/services/cloud'
import { usePerson } from '@/services/person'
import { freshMe } from '../fresh-me'
import { Accept } from './accept'
import { Accepted } from './accepted'
import { TypeCode } from './type-code'

export default function Join() {
  const { code = '' } = useRouter<{ code?: string }>().params
  const person = usePerson()
  if (person.state !== 'ready') return <PageFrame title="填邀请码" load={person} />
  return <Joining me={person.data.me} givenCode={code} />
}

type Reply = ReplyFrom<'people.accept'>
type Step =
  | { state: 'typing' }
  | { state: 'offered'; offer: Offer }
  | { state: 'accepted'; reply: Reply; isAsking: boolean; elder: ActFor | null }

function Joining({ me, givenCode }: { me: Me; givenCode: string }) {
  const [code, setCode] = useState(givenCode)
  const [step, setStep] = useState<Step>({ state: 'typing' })

  if (step.state === 'accepted') {
    return <Accepted accepted={step.reply} isAsking={step.isAsking} elder={step.elder} />
  }
  if (step.state === 'typing') {
    return <TypeCode code={code} onCode={setCode} onOffer={(offer) => setStep({ state: 'offered', offer })} />
  }
  const onAccepted = async (reply: Reply) => {
    setStep({ state: 'accepted', reply, isAsking: true, elder: null })
    const now = await freshMe()
    const elder = now?.elders.find(({ id }) => id === reply.elderId) ?? null
    setStep({ state: 'accepted', reply, isAsking: false, elder })
  }
  return (
    <Accept
      code={code}
      offer={step.offer}
      isNameless={me.name === null}
      onOtherCode={() => {
        setCode('')
        setStep({ state: 'typing' })
      }}
      onAccepted={(reply) => void onAccepted(reply)}
    />
  )
}

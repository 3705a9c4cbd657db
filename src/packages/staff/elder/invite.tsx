import { useState } from 'react'
import type { Scope } from '#types/contract'
import { relationWord } from '#types/words/people/circle/relations'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Checks } from '@/components/checks'
import { Notice } from '@/components/notice'
import { Segmented } from '@/components/segmented'
import { ShareButton } from '@/components/share-button'
import { Heading, Soft } from '@/components/text'
import { buzz } from '@/platform/buzz'
import { toTop } from '@/platform/page'
import { cloudNow } from '@/services/clock'
import type { ReplyFrom } from '@/services/cloud'
import { untilWord } from '@/services/dates'
import { useAct } from '@/services/use-act'
import { type Kin, kinOptions, scopeOptions } from '@/services/words'
import { BigCode } from '../big-code'
import { nothingSaid, PaperEntry, paperOf } from '../paper-entry'
import { type PartProps, pronounOf } from './part'
import { Subject } from './subject'

/** A guardian is let in by papers, not by a code. */
const invitable = kinOptions.filter(({ value }) => value !== 'guardian')

/** A code for her own phone while she stands here, or for a relative when she has said so. */
export function Invite({ file }: PartProps) {
  const they = pronounOf(file)
  const invite = useAct('people.invite')
  const [kind, setKind] = useState<'self' | 'family'>(file.hasOwnPhone ? 'family' : 'self')
  const [relation, setRelation] = useState<Kin>('daughter')
  const [scopes, setScopes] = useState<Scope[]>(['view', 'order'])
  const [said, setSaid] = useState(nothingSaid)
  const [isTried, setTried] = useState(false)
  const [made, setMade] = useState<ReplyFrom<'people.invite'> | null>(null)

  const send = async () => {
    setTried(true)
    const paper = paperOf(said)
    if (!paper || (kind === 'family' && scopes.length === 0)) return
    const invitation = await invite.run({
      elderId: file.id,
      for: kind === 'self' ? { kind } : { kind, relation, scopes },
      paper,
    })
    if (!invitation) return
    buzz()
    toTop()
    setMade(invitation)
  }
  if (made) {
    return (
      <Subject
        title="把这个码告诉对方"
        file={file}
        action={
          kind === 'family' && (
            <ShareButton
              to={relationWord[relation]}
              card={{
                title: `请您帮${file.politeName}在银龄驿办事`,
                page: 'packages/family/join',
                params: { code: made.code },
              }}
              text={`请打开小程序“银龄驿”，点“我的”，再点“我有邀请码”，填 ${made.code}，就能帮${file.politeName}办事。`}
            />
          )
        }
        second={
          <Button kind="second" onTap={() => setMade(null)}>
            再给一个码
          </Button>
        }
      >
        <Card kind="place">
          <BigCode name="码" code={made.code} />
          <Soft>{`只能用一次，${untilWord(made.expiresAt, cloudNow())}有效。`}</Soft>
        </Card>
        打开小程序，点“我的”，再点“我有邀请码”，把这八个数字填进去。
      </Subject>
    )
  }
  return (
    <Subject
      title="给一个码"
      file={file}
      action={
        <>
          {isTried && kind === 'family' && scopes.length === 0 && <Notice>先勾上老人同意的事。</Notice>}
          {invite.trouble && <Notice>{invite.trouble}</Notice>}
          <Button pending={invite.isPending} onTap={() => void send()}>
            给一个码
          </Button>
        </>
      }
    >
      <Segmented
        label="给谁用"
        options={[
          { value: 'self', word: `${they}自己的手机` },
          { value: 'family', word: '家人的手机' },
        ]}
        value={kind}
        onPick={(one) => setKind(one)}
      />
      {kind === 'self' ? (
        <Soft>{`请当面给${they}本人。谁填了这个码，谁就是${file.name}本人。`}</Soft>
      ) : (
        <>
          <Heading>{`是${they}的什么人？`}</Heading>
          <Segmented
            label={`是${they}的什么人？`}
            options={invitable}
            value={relation}
            onPick={(one) => setRelation(one)}
          />
          <Heading>{`${they}同意哪几样？`}</Heading>
          <Checks
            label={`${they}同意哪几样？`}
            options={scopeOptions('老人')}
            values={scopes}
            onChange={setScopes}
          />
        </>
      )}
      <PaperEntry value={said} onChange={setSaid} isTried={isTried} />
    </Subject>
  )
}

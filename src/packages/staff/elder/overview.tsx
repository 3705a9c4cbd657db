import type { ElderFile } from '#types/people/elders'
import type { LocalDate } from '#types/values'
import { absenceWord } from '#types/words/people/elders/absences'
import { dietWord } from '#types/words/people/elders/diets'
import { livingWord } from '#types/words/people/elders/livings'
import { sexWord } from '#types/words/people/elders/sexes'
import { gradeWord } from '#types/words/policies/abilities'
import { absenceWords, isAwayOn } from '@/components/absences/absence-words'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Tag, Tags } from '@/components/tag'
import { Heading, Soft, Title } from '@/components/text'
import { open } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { dateOf, diedWord } from '@/services/dates'
import { categoriesWords } from './held'
import { type PartProps, pronounOf } from './part'

/** The elder as the station sees her: what is missing first, then every subject in a row of its own. */
export function Overview({ stationId, file }: PartProps) {
  const they = pronounOf(file)
  const isPending = file.state === 'pending'
  const today = dateOf(cloudNow())
  const away = file.absences.find((absence) => isAwayOn(absence, today))
  const go = (part: string) => () => open('packages/staff/elder', { stationId, elderId: file.id, part })
  const bookMeal = () => open('packages/staff/book-for', { stationId, text: file.name })
  return (
    <PageFrame
      title="老人的登记"
      dense
      action={
        file.diedOn ? null : isPending ? (
          file.may.verify && <Button onTap={go('consents')}>{`记下${they}的同意`}</Button>
        ) : (
          <Button icon="utensils" onTap={bookMeal}>
            {`给${they}订餐`}
          </Button>
        )
      }
    >
      <Title>
        {file.name} · {file.age} 岁
      </Title>
      <Soft>
        {sexWord[file.sex]} · {file.building} · {file.stationName}
      </Soft>
      <Tags>
        {file.isVerified ? <Tag kind="ok">证件核对过</Tag> : <Tag kind="wait">证件没核对</Tag>}
        {away && <Tag kind="wait">{absenceWord[away.kind]}</Tag>}
        <Tag>{file.hasOwnPhone ? '自己用手机办' : '自己不用手机办'}</Tag>
      </Tags>
      {file.diedOn && (
        <Notice kind="info">{`${diedWord(file.diedOn)}。从那一天起订好的餐、在等的上门都取消了。`}</Notice>
      )}
      {isPending && <Notice>{`${they}还没有同意，现在什么都不能替${they}办。`}</Notice>}

      {file.may.verify && (
        <>
          <Heading>是谁</Heading>
          <Card>
            <ListRow title="证件" hint={identityWords(file)} onTap={go('identity')} />
            <ListRow title="身份类别" hint={categoriesWords(file, they)} onTap={go('categories')} />
            <ListRow title="能力评估" hint={abilityWords(file, they)} onTap={go('ability')} />
            {!isPending && !file.diedOn && (
              <ListRow title={`替${they}申请认定`} hint="拍材料，看办到哪一步" onTap={go('apply')} />
            )}
          </Card>
        </>
      )}
      {(file.may.correct || file.may.reveal) && (
        <>
          <Heading>怎么找到，注意什么</Heading>
          <Card>
            <ListRow title="电话" hint={file.phone ?? '没有电话'} onTap={go('phone')} />
            <ListRow title="住址" hint={`${file.building}，${livingWord[file.living]}`} onTap={go('home')} />
            <ListRow title="紧急联系人" hint={contactsWords(file)} onTap={go('contacts')} />
            <ListRow title="忌口和过敏" hint={dietWords(file, they)} onTap={go('diet')} />
            {!isPending && (
              <ListRow title="不在家的日子" hint={absencesHint(file, today)} onTap={go('absences')} />
            )}
            {!isPending && file.may.verify && (
              <ListRow title="搬到别的驿站" hint={`现在归${file.stationName}`} onTap={go('move')} />
            )}
          </Card>
        </>
      )}
      {file.may.verify && (
        <>
          <Heading>{`谁能替${they}办`}</Heading>
          <Card>
            <ListRow title="家人和监护人" hint="同意、改、收回" onTap={go('circle')} />
            <ListRow title="给一个码" hint={`家人用，或者${they}自己的手机用`} onTap={go('invite')} />
            <ListRow title="服务卡" hint="没有手机也能订餐、签到" onTap={go('card')} />
          </Card>
          <Heading>{`${they}自己的资料`}</Heading>
          <Card>
            <ListRow title="同意了什么" hint="每一项都能同意，也能收回" onTap={go('consents')} />
            <ListRow title={`给${they}一份资料`} hint="记了什么，全在里面" onTap={go('copy')} />
            <ListRow
              title="老人过世了"
              hint={file.diedOn ? '记下了，记错了可以改回来' : '记下日期，订好的餐和上门会取消'}
              onTap={go('death')}
            />
            <ListRow title="注销登记" hint="资料删掉，不能找回" onTap={go('erase')} />
          </Card>
        </>
      )}
    </PageFrame>
  )
}

function absencesHint({ absences }: ElderFile, today: LocalDate): string {
  const [latest] = absences
  return latest ? absenceWords(latest, today) : '没有记'
}

const identityWords = ({ idTail }: ElderFile) => (idTail ? `身份证尾号 ${idTail}` : '没有记身份证号')

function abilityWords({ health }: ElderFile, they: string): string {
  if (!health) return `${they}没有同意记`
  return health.ability ? gradeWord(health.ability.grade) : '没有评估过'
}

function contactsWords({ contacts }: ElderFile): string {
  return contacts.length > 0 ? contacts.map(({ name }) => name).join('、') : '还没有'
}

function dietWords({ health }: ElderFile, they: string): string {
  if (!health) return `${they}没有同意记`
  const words = [...health.diet.map((one) => dietWord[one]), ...health.allergies.map((one) => `${one}过敏`)]
  return words.length > 0 ? words.join('、') : '没有'
}

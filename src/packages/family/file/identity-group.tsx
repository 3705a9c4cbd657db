import { hukouWord } from '#types/words/people/elders/hukous'
import { sexWord } from '#types/words/people/elders/sexes'
import { Facts } from '@/components/facts'
import { ListRow } from '@/components/list-row'
import { Soft } from '@/components/text'
import { longDate } from '@/services/dates'
import { Group, type GroupProps } from './group'

/** 是谁: what only somebody who has seen the papers changes. */
export function IdentityGroup({ file, onReveal }: GroupProps) {
  const { name, sex, age, birthDate, idTail, hukou, residentSince, may } = file
  return (
    <Group title="是谁">
      <Facts
        rows={[
          { name: '名字', value: name },
          { name: '性别', value: sexWord[sex] },
          { name: '生日', value: `${longDate(birthDate)}，${age} 岁` },
          ...(may.reveal ? [{ name: '身份证号', value: idTail ? `最后四位 ${idTail}` : '没有填' }] : []),
          ...(hukou ? [{ name: '户口', value: hukouWord[hukou] }] : []),
          ...(residentSince ? [{ name: '住在本区', value: `${longDate(residentSince)}起` }] : []),
        ]}
      />
      {may.reveal && idTail && (
        <ListRow title="看全部身份证号" icon="search" onTap={() => onReveal('idNumber')} />
      )}
      <Soft small>名字、生日、身份证号要改，请带证件到驿站。</Soft>
    </Group>
  )
}

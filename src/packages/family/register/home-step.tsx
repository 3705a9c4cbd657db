import { longest } from '#types/limits'
import type { Living } from '#types/people/elders'
import { livingWord } from '#types/words/people/elders/livings'
import { Field } from '@/components/field'
import { Segmented } from '@/components/segmented'
import { Heading, Title } from '@/components/text'
import { livingsAtHome } from '../livings'
import type { StepProps } from './parts'

/** Where she lives and with whom: what somebody who knocks has to know. */
export function HomeStep({ form, whom, write }: StepProps) {
  return (
    <>
      <Title>{whom === 'me' ? '您住在哪里？' : '老人住在哪里？'}</Title>
      <Field
        label="小区和楼，或者村和组"
        value={form.building}
        onChange={(building) => write({ building })}
        placeholder="石榴苑 3 号楼"
        maxLength={longest.building}
      />
      <Field
        label="门牌号（可以不写）"
        value={form.room}
        onChange={(room) => write({ room })}
        placeholder="502"
        maxLength={longest.room}
      />
      <Heading>和谁一起住？</Heading>
      <Segmented<Living | ''>
        label="和谁一起住？"
        options={livingsAtHome.map((value) => ({ value, word: livingWord[value] }))}
        value={form.living ?? ''}
        onPick={(living) => living && write({ living })}
      />
    </>
  )
}

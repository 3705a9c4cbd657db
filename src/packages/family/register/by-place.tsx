import { useState } from 'react'
import { longest } from '#types/limits'
import { Field } from '@/components/field'
import { LoadedPart } from '@/components/loaded-part'
import { Notice } from '@/components/notice'
import { useLoaded } from '@/services/use-loaded'
import { usePaused } from '@/services/use-paused'
import { loadDistricts } from './load-districts'
import type { StepProps } from './parts'
import { StationChoices } from './station-choices'
import { Towns } from './towns'

/** Stations by district and town or by name: where the phone is tells nothing of where she lives. */
export function ByPlace({ form, write }: Pick<StepProps, 'form' | 'write'>) {
  const [text, setText] = useState('')
  const wanted = usePaused(text.trim())
  const districts = useLoaded('districts with towns', loadDistricts)
  const choice = { picked: form.station, onPick: (station: typeof form.station) => write({ station }) }
  return (
    <>
      {form.station && <Notice kind="ok">{`选好了：${form.station.name}`}</Notice>}
      <Field
        label="按名字找"
        value={text}
        onChange={setText}
        placeholder="驿站名或者路名"
        maxLength={longest.search}
      />
      {wanted !== '' ? (
        <StationChoices
          {...choice}
          wanted={{ text: wanted }}
          none={{ title: `没有找到“${wanted}”`, hint: '换一个词再找，或者把字删掉，按街道找。' }}
        />
      ) : (
        <LoadedPart load={districts}>{(all) => <Towns districts={all} {...choice} />}</LoadedPart>
      )}
    </>
  )
}

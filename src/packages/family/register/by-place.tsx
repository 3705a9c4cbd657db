import { LoadedPart } from '@/components/loaded-part'
import { Notice } from '@/components/notice'
import { StationSearch } from '@/components/station-search'
import { useLoaded } from '@/services/use-loaded'
import { loadDistricts } from './load-districts'
import type { StepProps } from './parts'
import { StationChoices } from './station-choices'
import { Towns } from './towns'

/** Stations by district and town or by name: where the phone is tells nothing of where she lives. */
export function ByPlace({ form, write }: Pick<StepProps, 'form' | 'write'>) {
  const districts = useLoaded('districts with towns', loadDistricts)
  const choice = { picked: form.station, onPick: (station: typeof form.station) => write({ station }) }
  return (
    <>
      {form.station && <Notice kind="ok">{`选好了：${form.station.name}`}</Notice>}
      <StationSearch
        found={(text) => (
          <StationChoices
            {...choice}
            wanted={{ text }}
            none={{ title: `没有找到“${text}”`, hint: '换一个词再找，或者把字删掉，按街道找。' }}
          />
        )}
      >
        <LoadedPart load={districts}>{(all) => <Towns districts={all} {...choice} />}</LoadedPart>
      </StationSearch>
    </>
  )
}

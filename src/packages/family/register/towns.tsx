import { useState } from 'react'
import type { District } from '#types/stations'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ListRow } from '@/components/list-row'
import { Heading } from '@/components/text'
import type { Form } from './form'
import { StationChoices } from './station-choices'

interface Props {
  districts: readonly District[]
  picked: Form['station']
  onPick(station: NonNullable<Form['station']>): void
}

interface Chosen {
  districtId?: string
  townId?: string
}

/** One question after the other: which district, where there are several, which town, and then its stations. */
export function Towns({ districts, picked, onPick }: Props) {
  const [chosen, choose] = useState<Chosen>({})
  const [only, ...others] = districts
  const district = others.length === 0 ? only : districts.find(({ id }) => id === chosen.districtId)
  const town = district?.towns.find(({ id }) => id === chosen.townId)
  if (!only) return <Empty icon="map-pin" title="还没有开通的区" hint="现在还不能在手机上登记。" />
  if (!district) {
    return <Rows title="住在哪个区？" places={districts} onPick={(districtId) => choose({ districtId })} />
  }
  return (
    <>
      {others.length > 0 && (
        <Button kind="quiet" onTap={() => choose({})}>
          {`换一个区，现在是${district.name}`}
        </Button>
      )}
      {!town && district.towns.length > 0 ? (
        <Rows
          title="住在哪个街道或者镇？"
          places={district.towns}
          onPick={(townId) => choose({ districtId: district.id, townId })}
        />
      ) : (
        <>
          {town && (
            <Button kind="quiet" onTap={() => choose({ districtId: district.id })}>
              {`换一个街道或者镇，现在是${town.name}`}
            </Button>
          )}
          <StationChoices
            wanted={{ districtId: district.id, ...(town && { townId: town.id }) }}
            picked={picked}
            onPick={onPick}
            none={{ title: '这里还没有驿站', hint: '看看旁边的街道有没有，或者按名字找。' }}
          />
        </>
      )}
    </>
  )
}

interface RowsProps {
  title: string
  places: readonly { id: string; name: string }[]
  onPick(id: string): void
}

function Rows({ title, places, onPick }: RowsProps) {
  return (
    <>
      <Heading>{title}</Heading>
      <Card>
        {places.map(({ id, name }) => (
          <ListRow key={id} title={name} onTap={() => onPick(id)} />
        ))}
      </Card>
    </>
  )
}

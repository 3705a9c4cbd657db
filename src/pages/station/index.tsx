import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { Station as StationOf } from '#types/stations'
import { accessWord } from '#types/words/stations/access'
import { stationKindWord } from '#types/words/stations/kinds'
import { serviceWord } from '#types/words/stations/services'
import { Address } from '@/components/address'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Facts } from '@/components/facts'
import { Icon } from '@/components/icon'
import { PageFrame } from '@/components/page-frame'
import { RingStation } from '@/components/ring-station'
import { Tag, Tags } from '@/components/tag'
import { Heading, Soft, Title } from '@/components/text'
import { open } from '@/platform/navigation'
import { canShowTheWay, showTheWay } from '@/platform/place'
import { ring } from '@/platform/ring'
import { cloudNow } from '@/services/clock'
import { closureWord, holidayHoursWord, openingWord, weekRows } from '@/services/opening'
import { usePerson } from '@/services/person'
import { both, useCloud } from '@/services/use-loaded'
import './index.scss'

export default function Station() {
  const { stationId = '', way } = useRouter<{ stationId?: string; way?: string }>().params
  const station = useCloud('stations.show', { stationId })
  const person = usePerson() // brings the cloud's clock, for the words of the opening hours
  return (
    <PageFrame
      title="驿站"
      load={both(station, person)}
      action={([shown]) =>
        shown.services.includes('meal') && (
          <Button icon="utensils" onTap={() => open('pages/meal', { stationId })}>
            在这里订餐
          </Button>
        )
      }
    >
      {([shown]) => <StationBody station={shown} way={way && decodeURIComponent(way)} />}
    </PageFrame>
  )
}

function StationBody({ station, way }: { station: StationOf; way: string | undefined }) {
  const { name, kind, opening, week, onHolidays, closures, services, access, kitchenName } = station
  return (
    <>
      <Title>{name}</Title>
      <Tags>
        <Tag kind={opening.openNow ? 'ok' : 'wait'}>{openingWord(opening, cloudNow())}</Tag>
        <Tag>{stationKindWord[kind]}</Tag>
      </Tags>

      <Card>
        <View className="station-place">
          <Icon name="map-pin" />
          <View className="station-place-words">
            <View>{station.address}</View>
            {way && <View className="station-way">{way}</View>}
          </View>
        </View>
        <Address address={station.address} place={null} />
        {canShowTheWay && (
          <Button kind="quiet" icon="navigation" onTap={() => showTheWay(station)}>
            看看怎么走
          </Button>
        )}
      </Card>

      <RingStation station={station} />
      <AskFirst station={station} />

      <Heading>能办什么</Heading>
      <Tags>
        {services.map((service) => (
          <Tag key={service} icon="check">
            {serviceWord[service]}
          </Tag>
        ))}
      </Tags>
      {kitchenName && <Soft>饭菜是{kitchenName}做的。</Soft>}

      <Heading>什么时候开</Heading>
      <Card>
        <Facts rows={weekRows(week)} />
      </Card>
      <Soft>{holidayHoursWord[onHolidays]}</Soft>
      {closures.length > 0 && (
        <Card>
          {closures.map((closure) => (
            <View key={`${closure.from} ${closure.to}`}>{`${closureWord(closure)}。`}</View>
          ))}
        </Card>
      )}

      {access.length > 0 && (
        <>
          <Heading>进出方便吗？</Heading>
          <Tags>
            {access.map((one) => (
              <Tag key={one} icon="check">
                {accessWord[one]}
              </Tag>
            ))}
          </Tags>
        </>
      )}
    </>
  )
}

/** Where nobody knows whether it is open: who can be asked when nobody answers there. */
function AskFirst({ station: { opening, phone, otherwise } }: { station: StationOf }) {
  if (!opening.unsure || !otherwise) return null
  return (
    <>
      <Button kind="second" icon="phone" onTap={() => ring(otherwise.phone)}>
        打电话找值班的人
      </Button>
      <Soft small>{`${phone ? '驿站的电话没有人接，可以问' : '请问'}${otherwise.name}。`}</Soft>
    </>
  )
}

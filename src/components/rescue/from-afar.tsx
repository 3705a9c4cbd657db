import { View } from '@tarojs/components'
import { ring } from '@/platform/ring'
import { longDate } from '@/services/dates'
import { mayAct } from '@/services/taps'
import { useCloud } from '@/services/use-loaded'
import { Address } from '../address'
import { Button } from '../button'
import { Card } from '../card'
import { Lead, Strong } from '../text'
import { Rescue } from '.'

interface Props {
  elderId: string
  /** What the caller calls her: 妈妈. */
  who: string
  /** In full, to be read out to whoever answers; null where the page does not know it. */
  address: string | null
}

/** For relatives, of whom one may be beside her and another far away. */
export const RescueBeside = ({ who }: Pick<Props, 'who'>) => <Rescue title={`在${who}身边：打 120`} />

/**
 * 120 rings where the phone is. From another city only what somebody of her district has tried is dialled; where nobody has, no
 * button pretends.
 */
export function FromAfar({ elderId, who, address }: Props) {
  const afar = useCloud('visits.emergencyFromAfar', { elderId })
  const known = afar.state === 'ready' ? afar.data : null
  return (
    <Card kind="warn">
      <Lead>您要是在外地</Lead>
      {known ? (
        <>
          <View>{`外地这样拨，接的是${who}那边的急救。${known.triedBy} ${longDate(known.on)} 试过。`}</View>
          <Button kind="primary" icon="phone-call" onTap={() => mayAct() && ring(known.digits)}>
            {`拨 ${known.digits}`}
          </Button>
        </>
      ) : (
        <View>{`在外地打 120，接的是您那边的急救，到不了${who}那里。请马上打给在${who}身边的人，或者打给驿站、值班的人，请他们就在当地打 120。`}</View>
      )}
      {address && (
        <>
          <View>
            打通了就念地址：<Strong>{address}</Strong>
          </View>
          <Address address={address} place={null} />
        </>
      )}
    </Card>
  )
}

/** Both of them. */
export const RescueFromAfar = (props: Props) => (
  <>
    <RescueBeside who={props.who} />
    <FromAfar {...props} />
  </>
)

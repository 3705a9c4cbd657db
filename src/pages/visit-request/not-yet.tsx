import { Button } from '@/components/button'
import { Contact } from '@/components/contact'
import { Joining } from '@/components/joining'
import { PageFrame } from '@/components/page-frame'
import { Rescue } from '@/components/rescue'
import { open } from '@/platform/navigation'
import { aroundHere } from '@/services/around-here'
import { useLoaded } from '@/services/use-loaded'

/** For whoever has no elder here yet: 120 before anything else, how to be registered, and a person to ask. */
export function NotYet({ title }: { title: string }) {
  const here = useLoaded('around here', aroundHere)
  const contact = here.state === 'ready' ? here.data.contact : null
  return (
    <PageFrame title={title}>
      <Rescue />
      <Joining />
      {contact && <Contact contact={contact} />}
      <Button kind="second" icon="map-pin-house" onTap={() => open('pages/stations')}>
        看看附近的驿站
      </Button>
    </PageFrame>
  )
}
